import {
  addPasskeyCall,
  beginPasskeyCall,
  inviteOperatorCall,
  listOperatorsCall,
  listPasskeysCall,
  listTokensCall,
  removePasskeyCall,
  revokeOperatorCall,
  revokeTokenCall,
} from '../../../shared/contract/operator/operators.ts';
import {
  approvePairingCall,
  collectTokenCall,
  openPairingCall,
  readPairingCall,
  refusePairingCall,
} from '../../../shared/contract/operator/pairings.ts';
import {
  beginEnrolmentCall,
  beginSignInCall,
  beginVerificationCall,
  enrolCall,
  readSessionCall,
  signInCall,
  signOutCall,
  verifyOperatorCall,
} from '../../../shared/contract/operator/sign-in.ts';
import { type OperatorApi, operatorRoute, visitorRoute } from '../http/routes/route.ts';
import { listOperators, revokeOperator } from './all-operators.ts';
import { listTokens, revokeToken } from './all-tokens.ts';
import { approvePairing, readPairing, refusePairing } from './answer-pairing.ts';
import { beginEnrolment, enrol } from './enrol.ts';
import { inviteOperator } from './invite-operator.ts';
import { addPasskey, beginAnotherPasskey, listPasskeys, removePasskey } from './own-passkeys.ts';
import { collectToken, openPairing } from './pair-command.ts';
import { readSession } from './read-session.ts';
import { beginSignIn, signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { beginVerification, verifyAgain } from './verify-again.ts';

/** How operators come in, stay, and let others in. */
export const operators: OperatorApi = {
  beginEnrolment: visitorRoute(beginEnrolmentCall, (ports, { body, visitor }) =>
    beginEnrolment(ports, body, visitor),
  ),
  enrol: visitorRoute(enrolCall, (ports, { body, visitor }) => enrol(ports, body, visitor)),
  beginSignIn: visitorRoute(beginSignInCall, (ports, { visitor }) => beginSignIn(ports, visitor)),
  signIn: visitorRoute(signInCall, (ports, { body, visitor }) => signIn(ports, body, visitor)),
  signOut: visitorRoute(signOutCall, (ports, { visitor }) => signOut(ports, visitor)),
  readOperatorSession: operatorRoute(readSessionCall, (ports, { caller }) => readSession(ports, caller)),
  beginVerification: operatorRoute(beginVerificationCall, (ports, { caller }) =>
    beginVerification(ports, caller),
  ),
  verifyOperator: operatorRoute(verifyOperatorCall, (ports, { body, caller }) =>
    verifyAgain(ports, body, caller),
  ),
  listPasskeys: operatorRoute(listPasskeysCall, (ports, { caller }) => listPasskeys(ports, caller)),
  beginPasskey: operatorRoute(beginPasskeyCall, (ports, { caller }) => beginAnotherPasskey(ports, caller)),
  addPasskey: operatorRoute(addPasskeyCall, (ports, { body, caller }) => addPasskey(ports, body, caller)),
  removePasskey: operatorRoute(removePasskeyCall, (ports, { params, caller }) =>
    removePasskey(ports, params, caller),
  ),
  listOperators: operatorRoute(listOperatorsCall, (ports) => listOperators(ports)),
  inviteOperator: operatorRoute(inviteOperatorCall, (ports, { body: { name }, caller }) =>
    inviteOperator(ports, { name, by: caller.operatorId }),
  ),
  revokeOperator: operatorRoute(revokeOperatorCall, (ports, { params, caller }) =>
    revokeOperator(ports, params, caller),
  ),
  listTokens: operatorRoute(listTokensCall, (ports, { caller }) => listTokens(ports, caller)),
  revokeToken: operatorRoute(revokeTokenCall, (ports, { params, caller }) =>
    revokeToken(ports, params, caller),
  ),
  openPairing: visitorRoute(openPairingCall, (ports, { body, visitor }) => openPairing(ports, body, visitor)),
  collectToken: visitorRoute(collectTokenCall, (ports, { body, visitor }) =>
    collectToken(ports, body, visitor),
  ),
  readPairing: operatorRoute(readPairingCall, (ports, { params }) => readPairing(ports, params)),
  approvePairing: operatorRoute(approvePairingCall, (ports, { params, caller }) =>
    approvePairing(ports, params, caller),
  ),
  refusePairing: operatorRoute(refusePairingCall, (ports, { params }) => refusePairing(ports, params)),
};
