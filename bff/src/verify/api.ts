import { openSessionCall } from '../../../shared/contract/verify/01-open-session.ts';
import { arriveCall, readWaitingCall } from '../../../shared/contract/verify/02-arrive.ts';
import { claimCall } from '../../../shared/contract/verify/02-claim.ts';
import { declineCall } from '../../../shared/contract/verify/02-decline.ts';
import { extendOnPhoneCall, pauseCall } from '../../../shared/contract/verify/02-pause.ts';
import { codePictureCall } from '../../../shared/contract/verify/08-code-picture.ts';
import { endSessionCall, readSessionCall } from '../../../shared/contract/verify/08-result.ts';
import { counterEventsCall, readSessionsCall } from '../../../shared/contract/verify/08-sessions.ts';
import { extendAtCounterCall, giveWordCall } from '../../../shared/contract/verify/08-word.ts';
import {
  type CounterApi,
  counterRoute,
  eventsRoute,
  fileRoute,
  type HolderApi,
  holderRoute,
  loginRoute,
} from '../http/routes/route.ts';
import { openSession } from './01-open-session.ts';
import { arrive } from './02-arrive.ts';
import { claim } from './02-claim.ts';
import { decline } from './02-decline.ts';
import { extendOnPhone } from './02-extend.ts';
import { pauseCheck } from './02-pause.ts';
import { readWaiting } from './02-waiting.ts';
import { codePicture } from './08-code-picture.ts';
import { endSession } from './08-end.ts';
import { watchCounter } from './08-events.ts';
import { extendAtCounter } from './08-extend.ts';
import { readSession } from './08-result.ts';
import { readSessions } from './08-sessions.ts';
import { giveWord } from './08-word.ts';

/** What a counter asks for in a check. */
export const verifyAtCounter: CounterApi = {
  openSession: counterRoute(openSessionCall, (ports, { caller, body, idempotencyKey }) =>
    openSession(ports, caller, body, idempotencyKey),
  ),
  readSession: counterRoute(readSessionCall, (ports, { caller, params, query, signal }) =>
    readSession(ports, caller, params.sessionId, { after: query.after, wait: query.wait, signal }),
  ),
  readSessions: counterRoute(readSessionsCall, (ports, { caller, query }) =>
    readSessions(ports, caller, query.since),
  ),
  endSession: counterRoute(endSessionCall, (ports, { caller, params, body, signal }) =>
    endSession(ports, caller, params.sessionId, body.reason, signal),
  ),
  extendSession: counterRoute(extendAtCounterCall, (ports, { caller, params }) =>
    extendAtCounter(ports, caller, params.sessionId),
  ),
  giveWord: counterRoute(giveWordCall, (ports, { caller, params, body }) =>
    giveWord(ports, caller, params.sessionId, body.word),
  ),
  codePicture: fileRoute(codePictureCall, 'image/png', (ports, { caller, params, query }) =>
    codePicture(ports, caller, params.sessionId, query.size),
  ),
  watchSessions: eventsRoute(counterEventsCall, watchCounter),
};

/** What a phone asks for in a check, beside the attempt. */
export const verifyOnPhone: HolderApi = {
  arrive: loginRoute(arriveCall, (ports, { body, deviceThumbprint, source, ticket }) =>
    arrive(ports, { ...body, deviceThumbprint, source, ticket }),
  ),
  readWaitingCounter: holderRoute(readWaitingCall, (ports, { caller }) => readWaiting(ports, caller)),
  claim: holderRoute(claimCall, (ports, { caller, body }) => claim(ports, caller, body)),
  decline: holderRoute(declineCall, (ports, { caller, params }) => decline(ports, caller, params.sessionId)),
  pause: holderRoute(pauseCall, (ports, { caller, params }) => pauseCheck(ports, caller, params.sessionId)),
  extend: holderRoute(extendOnPhoneCall, (ports, { caller, params }) =>
    extendOnPhone(ports, caller, params.sessionId),
  ),
};
