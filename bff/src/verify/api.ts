import { openSessionCall } from '../../../shared/contract/verify/01-open-session.ts';
import { claimCall } from '../../../shared/contract/verify/02-claim.ts';
import { declineCall } from '../../../shared/contract/verify/02-decline.ts';
import { endSessionCall, readSessionCall } from '../../../shared/contract/verify/08-result.ts';
import { counterEventsCall, readSessionsCall } from '../../../shared/contract/verify/08-sessions.ts';
import { giveWordCall } from '../../../shared/contract/verify/08-word.ts';
import {
  type CounterApi,
  counterRoute,
  eventsRoute,
  type HolderApi,
  holderRoute,
} from '../http/routes/route.ts';
import { openSession } from './01-open-session.ts';
import { claim } from './02-claim.ts';
import { decline } from './02-decline.ts';
import { endSession } from './08-end.ts';
import { watchCounter } from './08-events.ts';
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
  giveWord: counterRoute(giveWordCall, (ports, { caller, params, body }) =>
    giveWord(ports, caller, params.sessionId, body.word),
  ),
  watchSessions: eventsRoute(counterEventsCall, watchCounter),
};

/** What a phone asks for in a check, beside the attempt. */
export const verifyOnPhone: HolderApi = {
  claim: holderRoute(claimCall, (ports, { caller, body }) => claim(ports, caller, body)),
  decline: holderRoute(declineCall, (ports, { caller, params }) => decline(ports, caller, params.sessionId)),
};
