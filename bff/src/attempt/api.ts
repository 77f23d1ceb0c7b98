import { challengeCall } from '../../../shared/contract/attempt/03-challenge.ts';
import {
  platformFaceBeginCall,
  platformFaceEndCall,
} from '../../../shared/contract/attempt/04-platform-face.ts';
import { relayCall } from '../../../shared/contract/attempt/06-relay.ts';
import { ownSessionCall } from '../../../shared/contract/attempt/08-own-session.ts';
import { keyListCall } from '../../../shared/contract/attempt/key-list.ts';
import { type HolderApi, holderRoute, relayRoute } from '../http/routes/route.ts';
import { challenge } from './03-challenge.ts';
import { beginPlatformFace, endPlatformFace } from './04-platform-face.ts';
import { relaySample } from './06-relay.ts';
import { readOwnSession } from './08-own-session.ts';

/** What a phone asks for in the attempt of any ceremony. */
export const attemptOnPhone: HolderApi = {
  readKeyList: holderRoute(keyListCall, async ({ authority }) => ({
    keyList: await authority.readKeyList(),
  })),
  askChallenge: holderRoute(challengeCall, (ports, { caller, params, body, idempotencyKey }) =>
    challenge(ports, caller, params.sessionId, body, idempotencyKey),
  ),
  beginPlatformFace: holderRoute(platformFaceBeginCall, (ports, { caller, params, body }) =>
    beginPlatformFace(ports, caller, params.sessionId, body),
  ),
  endPlatformFace: holderRoute(platformFaceEndCall, (ports, { caller, params }) =>
    endPlatformFace(ports, caller, params.sessionId),
  ),
  relaySample: relayRoute(relayCall, (ports, { caller, params }, upload) =>
    relaySample(ports, caller, params.sessionId, params.kind, upload),
  ),
  readOwnSession: holderRoute(ownSessionCall, (ports, { caller, params, query, signal }) =>
    readOwnSession(ports, caller, params.sessionId, { after: query.after, wait: query.wait, signal }),
  ),
};
