import {
  openWardCall,
  terminalChallengeCall,
  terminalFaceCall,
} from '../../../shared/contract/family/at-terminal.ts';
import {
  endDelegationCall,
  giveCodeCall,
  listDelegationsCall,
  renewDelegationCall,
  setAsksCall,
  wardRequestsCall,
} from '../../../shared/contract/family/on-phone.ts';
import {
  type HolderApi,
  holderRoute,
  type TerminalApi,
  terminalRelayRoute,
  terminalRoute,
} from '../http/routes/route.ts';
import { terminalChallenge, terminalFace } from './at-terminal.ts';
import { endDelegation } from './end-delegation.ts';
import { giveCode } from './give-code.ts';
import { listDelegations } from './list-delegations.ts';
import { openWard } from './open-ward.ts';
import { renewDelegation } from './renew-delegation.ts';
import { setAsks } from './set-asks.ts';
import { wardRequests } from './ward-requests.ts';

/** What a guardian's phone asks for, beside the attempt. */
export const familyOnPhone: HolderApi = {
  listDelegations: holderRoute(listDelegationsCall, (ports, { caller }) => listDelegations(ports, caller)),
  renewDelegation: holderRoute(renewDelegationCall, (ports, { caller, params, body }) =>
    renewDelegation(ports, caller, params.delegationId, body),
  ),
  endDelegation: holderRoute(endDelegationCall, (ports, { caller, params }) =>
    endDelegation(ports, caller, params.delegationId),
  ),
  setWardAsks: holderRoute(setAsksCall, (ports, { caller, params, body }) =>
    setAsks(ports, caller, params.delegationId, body),
  ),
  giveWardCode: holderRoute(giveCodeCall, (ports, { caller, params, body }) =>
    giveCode(ports, caller, params.delegationId, body),
  ),
  wardRequests: holderRoute(wardRequestsCall, (ports, { caller }) => wardRequests(ports, caller)),
};

/** What a terminal asks for that takes the face of a ward. */
export const wardsAtTerminal: TerminalApi = {
  openWard: terminalRoute(openWardCall, (ports, { caller, body }) => openWard(ports, caller, body)),
  terminalChallenge: terminalRoute(terminalChallengeCall, (ports, { caller, params, query, signal }) =>
    terminalChallenge(ports, caller, params.sessionId, { wait: query.wait, signal }),
  ),
  terminalFace: terminalRelayRoute(terminalFaceCall, (ports, { caller, params }, upload) =>
    terminalFace(ports, caller, params.sessionId, upload),
  ),
};
