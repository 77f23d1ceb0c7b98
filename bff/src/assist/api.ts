import { assistCall, openCheckCall, readAtCounterCall } from '../../../shared/contract/assist/01-open.ts';
import { assistChallengeCall } from '../../../shared/contract/assist/03-challenge.ts';
import { readAssistsCall } from '../../../shared/contract/assist/09-sums.ts';
import { type OfficerApi, type OperatorApi, officerRoute, operatorRoute } from '../http/routes/route.ts';
import { openCheck, readAtCounter } from './01-open.ts';
import { takeCheck } from './02-take.ts';
import { challengeAtCounter } from './03-challenge.ts';
import { readAssists } from './09-sums.ts';

/** What an attendant does at a relying party's counter, beside what all officers do with a session. */
export const assistAtCounter: OfficerApi = {
  readAtCounter: officerRoute(readAtCounterCall, (ports, { caller }) => readAtCounter(ports, caller)),
  openCheck: officerRoute(openCheckCall, (ports, { caller, body, idempotencyKey }) =>
    openCheck(ports, caller, body, idempotencyKey),
  ),
  assist: officerRoute(assistCall, (ports, { caller, params }) => takeCheck(ports, caller, params.sessionId)),
  assistChallenge: officerRoute(assistChallengeCall, (ports, { caller, params, body, idempotencyKey }) =>
    challengeAtCounter(ports, caller, params.sessionId, body, idempotencyKey),
  ),
};

/** What operators are told of it. */
export const assistsForOperators: OperatorApi = {
  readAssists: operatorRoute(readAssistsCall, (ports, { query }) => readAssists(ports, query)),
};
