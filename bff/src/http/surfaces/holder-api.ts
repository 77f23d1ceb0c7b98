import { consent as consentCall } from '../../../../shared/contract/apply/01-consent.ts';
import { challenge as applyChallengeCall } from '../../../../shared/contract/apply/03-challenge.ts';
import {
  faceBegin as applyFaceBeginCall,
  faceEnd as applyFaceEndCall,
} from '../../../../shared/contract/apply/04-platform-face.ts';
import { relay as applyRelayCall } from '../../../../shared/contract/apply/06-relay.ts';
import {
  readApplication as readApplicationCall,
  readCredential as readCredentialCall,
} from '../../../../shared/contract/apply/07-credential.ts';
import { login as loginCall } from '../../../../shared/contract/login/01-login.ts';
import { sendCode as sendCodeCall } from '../../../../shared/contract/login/01-send-code.ts';
import { claim as claimCall } from '../../../../shared/contract/verify/02-claim.ts';
import { decline as declineCall } from '../../../../shared/contract/verify/02-decline.ts';
import { challenge as challengeCall } from '../../../../shared/contract/verify/03-challenge.ts';
import {
  faceBegin as faceBeginCall,
  faceEnd as faceEndCall,
} from '../../../../shared/contract/verify/04-platform-face.ts';
import { relay as relayCall } from '../../../../shared/contract/verify/06-relay.ts';
import { readOwnSession as readOwnSessionCall } from '../../../../shared/contract/verify/08-result.ts';
import { consent } from '../../apply/01-consent.ts';
import { challenge as applyChallenge } from '../../apply/03-challenge.ts';
import { beginFace as applyBeginFace, endFace as applyEndFace } from '../../apply/04-platform-face.ts';
import { relay as applyRelay } from '../../apply/06-relay.ts';
import { readApplication } from '../../apply/07-application.ts';
import { readCredential } from '../../apply/07-credential.ts';
import { readOwnSession } from '../../attempt/08-own-session.ts';
import { login } from '../../login/01-login.ts';
import { sendCode } from '../../login/01-send-code.ts';
import { claim } from '../../verify/02-claim.ts';
import { decline } from '../../verify/02-decline.ts';
import { challenge } from '../../verify/03-challenge.ts';
import { beginFace, endFace } from '../../verify/04-platform-face.ts';
import { relay } from '../../verify/06-relay.ts';
import { type HolderApi, holderRoute, loginRoute, relayRoute } from '../routes/route.ts';

/** All that a phone can ask for. */
export const holderApi: HolderApi = {
  login: loginRoute(loginCall, (ports, { body, deviceThumbprint }, sign) =>
    login(ports, { ...body, deviceThumbprint }, sign),
  ),
  sendLoginCode: loginRoute(sendCodeCall, (ports, { body, deviceThumbprint, source }) =>
    sendCode(ports, { ...body, deviceThumbprint, source }),
  ),
  claim: holderRoute(claimCall, (ports, { caller, body }) => claim(ports, caller, body)),
  decline: holderRoute(declineCall, (ports, { caller, params }) => decline(ports, caller, params.sessionId)),
  askChallenge: holderRoute(challengeCall, (ports, { caller, params, body, creation }) =>
    challenge(ports, caller, params.sessionId, body, creation),
  ),
  beginPlatformFace: holderRoute(faceBeginCall, (ports, { caller, params, body }) =>
    beginFace(ports, caller, params.sessionId, body),
  ),
  endPlatformFace: holderRoute(faceEndCall, (ports, { caller, params }) =>
    endFace(ports, caller, params.sessionId),
  ),
  relaySample: relayRoute(relayCall, (ports, { caller, params }, upload) =>
    relay(ports, caller, params.sessionId, params.kind, upload),
  ),
  readOwnSession: holderRoute(readOwnSessionCall, (ports, { caller, params, query, signal }) =>
    readOwnSession(ports, caller, params.sessionId, { after: query.after, wait: query.wait, signal }),
  ),
  apply: holderRoute(consentCall, (ports, { caller, body, creation }) =>
    consent(ports, caller, body, creation),
  ),
  askApplyChallenge: holderRoute(applyChallengeCall, (ports, { caller, params, body, creation }) =>
    applyChallenge(ports, caller, params.applicationId, body, creation),
  ),
  beginApplyPlatformFace: holderRoute(applyFaceBeginCall, (ports, { caller, params, body }) =>
    applyBeginFace(ports, caller, params.applicationId, body),
  ),
  endApplyPlatformFace: holderRoute(applyFaceEndCall, (ports, { caller, params }) =>
    applyEndFace(ports, caller, params.applicationId),
  ),
  relayApplySample: relayRoute(applyRelayCall, (ports, { caller, params }, upload) =>
    applyRelay(ports, caller, params.applicationId, params.kind, upload),
  ),
  readApplication: holderRoute(readApplicationCall, (ports, { caller, params, query, signal }) =>
    readApplication(ports, caller, params.applicationId, { after: query.after, wait: query.wait, signal }),
  ),
  readCredential: holderRoute(readCredentialCall, (ports, { caller }) => readCredential(ports, caller)),
};
