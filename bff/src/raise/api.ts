import { relayOfGuestCall } from '../../../shared/contract/assist/06-sample.ts';
import { endRaiseCall, openRaiseCall, readRaiseCall } from '../../../shared/contract/raise/01-open.ts';
import { raiseWordCall } from '../../../shared/contract/raise/02-word.ts';
import {
  exceptRaiseCall,
  relayCardCall,
  relayKinCall,
  relayKinFaceCall,
} from '../../../shared/contract/raise/03-card.ts';
import { wantPinCall } from '../../../shared/contract/raise/03-pin.ts';
import {
  beginDecisionCall,
  beginReviewCall,
  decideRaiseCall,
  decideReviewCall,
  findReviewCall,
  listReviewsCall,
} from '../../../shared/contract/raise/08-decision.ts';
import {
  appointCall,
  cancelAppointmentCall,
  listPointsCall,
  lookUpAppointmentCall,
} from '../../../shared/contract/raise/appointment.ts';
import {
  type HolderApi,
  holderRoute,
  type OfficerApi,
  officerRelayRoute,
  officerRoute,
} from '../http/routes/route.ts';
import { take } from '../quota/take.ts';
import { openRaise } from './01-open.ts';
import { endRaise, giveWordAtDesk, readRaise } from './02-read.ts';
import { exceptRaise, relayAtDesk, wantPin } from './03-card.ts';
import { beginDecision, decideRaise } from './08-decision.ts';
import { appoint, cancelAppointment, listPoints, lookUpAppointment } from './appointment.ts';

/** What an officer does at an acceptance point. */
export const raiseAtPoint: OfficerApi = {
  openRaise: officerRoute(openRaiseCall, (ports, { caller, body, idempotencyKey }) =>
    openRaise(ports, caller, body, idempotencyKey),
  ),
  readRaise: officerRoute(readRaiseCall, (ports, { caller, params, query, signal }) =>
    readRaise(ports, caller, params.sessionId, { after: query.after, wait: query.wait, signal }),
  ),
  raiseWord: officerRoute(raiseWordCall, (ports, { caller, params, body }) =>
    giveWordAtDesk(ports, caller, params.sessionId, body.word),
  ),
  endRaise: officerRoute(endRaiseCall, (ports, { caller, params, signal }) =>
    endRaise(ports, caller, params.sessionId, signal),
  ),
  wantPin: officerRoute(wantPinCall, (ports, { caller, params }) => wantPin(ports, caller, params.sessionId)),
  exceptRaise: officerRoute(exceptRaiseCall, (ports, { caller, params, body }) =>
    exceptRaise(ports, caller, params.sessionId, body),
  ),
  relayCard: officerRelayRoute(relayCardCall, (ports, { caller, params }, upload) =>
    relayAtDesk(ports, caller, params.sessionId, 'card', upload),
  ),
  relayOfGuest: officerRelayRoute(relayOfGuestCall, (ports, { caller, params }, upload) =>
    relayAtDesk(ports, caller, params.sessionId, params.kind, upload),
  ),
  relayKin: officerRelayRoute(relayKinCall, (ports, { caller, params }, upload) =>
    relayAtDesk(ports, caller, params.sessionId, 'kin', upload),
  ),
  relayKinFace: officerRelayRoute(relayKinFaceCall, (ports, { caller, params }, upload) =>
    relayAtDesk(ports, caller, params.sessionId, 'kin-face', upload),
  ),
  beginDecision: officerRoute(beginDecisionCall, (ports, { caller, params, body }) =>
    beginDecision(ports, caller, params.sessionId, body),
  ),
  decideRaise: officerRoute(decideRaiseCall, (ports, { caller, params, body }) =>
    decideRaise(ports, caller, params.sessionId, body),
  ),
  listReviews: officerRoute(listReviewsCall, ({ officers }, { caller, query }) =>
    officers.listReviews(caller.shiftId, query.after),
  ),
  findReview: officerRoute(findReviewCall, async (ports, { caller, body }) => {
    await take(ports, [{ quota: 'look-ups-by-officer', subject: caller.officerId }]);
    return ports.officers.findReview(caller.shiftId, body.reference);
  }),
  beginReview: officerRoute(beginReviewCall, ({ officers }, { caller, params, body }) =>
    officers.beginReview(params.caseId, { shiftId: caller.shiftId, review: body }),
  ),
  decideReview: officerRoute(decideReviewCall, async ({ officers }, { caller, params, body }) => {
    await officers.review(params.caseId, { shiftId: caller.shiftId, ...body });
    return {};
  }),
  lookUpAppointment: officerRoute(lookUpAppointmentCall, (ports, { caller, body }) =>
    lookUpAppointment(ports, caller, body),
  ),
};

/** What a phone asks for before it goes there. */
export const raiseOnPhone: HolderApi = {
  listPoints: holderRoute(listPointsCall, (ports, { query }) => listPoints(ports, query)),
  appoint: holderRoute(appointCall, (ports, { caller, body }) => appoint(ports, caller, body)),
  cancelAppointment: holderRoute(cancelAppointmentCall, (ports, { caller, body }) =>
    cancelAppointment(ports, caller, body),
  ),
};
