import { openSession as openSessionCall } from '../../../../shared/contract/verify/01-open-session.ts';
import {
  counterEvents as counterEventsCall,
  endSession as endSessionCall,
  readSession as readSessionCall,
} from '../../../../shared/contract/verify/08-result.ts';
import { openSession } from '../../verify/01-open-session.ts';
import { endSession } from '../../verify/08-end.ts';
import { watchCounter } from '../../verify/08-events.ts';
import { readSession } from '../../verify/08-result.ts';
import { type CounterApi, counterRoute, eventsRoute } from '../routes/route.ts';

/** All that a counter can ask for. */
export const counterApi: CounterApi = {
  openSession: counterRoute(openSessionCall, (ports, { caller, body, creation }) =>
    openSession(ports, caller, body, creation),
  ),
  readSession: counterRoute(readSessionCall, (ports, { caller, params, query, signal }) =>
    readSession(ports, caller, params.sessionId, { after: query.after, wait: query.wait, signal }),
  ),
  endSession: counterRoute(endSessionCall, (ports, { caller, params, body }) =>
    endSession(ports, caller, params.sessionId, body.reason),
  ),
  watchSessions: eventsRoute(counterEventsCall, watchCounter),
};
