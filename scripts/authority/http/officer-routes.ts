import type { FastifyInstance } from 'fastify';
import { authorityPartyChallengeCall } from '../../../shared/contract/authority/03-challenge.ts';
import {
  authorityBeginDecisionCall,
  authorityBeginEnrolmentCall,
  authorityBeginReviewCall,
  authorityBeginShiftCall,
  authorityDecisionCall,
  authorityEndShiftCall,
  authorityEnrolCall,
  authorityFindReviewCall,
  authorityOpenShiftCall,
  authorityPointsCall,
  authorityReadShiftCall,
  authorityReviewCall,
  authorityReviewsCall,
  authorityUseShiftCall,
} from '../../../shared/contract/authority/officers.ts';
import * as limits from '../../../shared/limits.ts';
import { partyChallenge } from '../challenge/party-challenge.ts';
import { beginEnrolment, enrol } from '../officers/enrol.ts';
import { beginShift, openShift } from '../officers/open-shift.ts';
import { shiftView } from '../officers/shift-view.ts';
import { noteUse, standingShift } from '../officers/standing-shift.ts';
import { waitingAs, waitingFor } from '../officers/waiting-for.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import { beginDecision } from '../raise/begin-decision.ts';
import { beginReview, review } from '../raise/review.ts';
import { signCases } from '../raise/sign-cases.ts';
import { takeDecision } from '../raise/take-decision.ts';
import { placeText, readPlace } from '../store/waiting-cases.ts';
import { check } from './check.ts';

/**
 * What the BFF relays for officers (`shared/contract/authority/officers.ts`). It makes none: each acts by a passkey that the administrator's
 * link registered here.
 * @param decide begins the decision of a challenge whose samples have all come
 */
export function addOfficerRoutes(
  app: FastifyInstance,
  ports: AuthorityPorts,
  decide: (challengeId: string) => void,
): void {
  const { store, now } = ports;
  app.post(authorityBeginEnrolmentCall.path, (request) =>
    beginEnrolment(ports, check(authorityBeginEnrolmentCall.body, request.body).invite),
  );
  app.post(authorityEnrolCall.path, (request, reply) => {
    reply.code(authorityEnrolCall.status);
    return enrol(ports, check(authorityEnrolCall.body, request.body));
  });
  app.post(authorityBeginShiftCall.path, (request) =>
    beginShift(ports, check(authorityBeginShiftCall.body, request.body).key),
  );
  app.post(authorityOpenShiftCall.path, (request, reply) => {
    reply.code(authorityOpenShiftCall.status);
    return openShift(ports, check(authorityOpenShiftCall.body, request.body));
  });
  app.get(authorityReadShiftCall.path, (request) => {
    const { shiftId } = check(authorityReadShiftCall.params, request.params);
    return shiftView(ports, standingShift(ports, store.shifts.find(shiftId)));
  });
  app.post(authorityUseShiftCall.path, (request) => {
    const { shiftId } = check(authorityUseShiftCall.params, request.params);
    return shiftView(ports, noteUse(ports, shiftId));
  });
  app.post(authorityEndShiftCall.path, (request, reply) => {
    const { shiftId } = check(authorityEndShiftCall.params, request.params);
    store.together(() => store.shifts.end(shiftId, now()));
    return reply.code(authorityEndShiftCall.status).send();
  });

  app.get(authorityPartyChallengeCall.path, (request) => {
    const { challengeId, role } = check(authorityPartyChallengeCall.params, request.params);
    return partyChallenge(ports, challengeId, role);
  });
  app.post(authorityBeginDecisionCall.path, (request) => {
    const { challengeId } = check(authorityBeginDecisionCall.params, request.params);
    return beginDecision(ports, challengeId, check(authorityBeginDecisionCall.body, request.body));
  });
  app.post(authorityDecisionCall.path, async (request) => {
    const { challengeId } = check(authorityDecisionCall.params, request.params);
    const given = check(authorityDecisionCall.body, request.body);
    const { complete, ...taken } = await takeDecision(ports, challengeId, given);
    if (complete) decide(challengeId);
    return taken;
  });

  app.post(authorityReviewsCall.path, (request) => {
    const { shiftId } = check(authorityReviewsCall.params, request.params);
    const { after } = check(authorityReviewsCall.body, request.body);
    const { officer, shift } = standingShift(ports, store.shifts.find(shiftId));
    const page = { most: limits.reviewsPerPage, after: after === undefined ? undefined : readPlace(after) };
    const { cases, next } = waitingFor(ports, officer, page);
    return { ...signCases(ports, shift.id, cases), ...(next !== undefined && { next: placeText(next) }) };
  });
  app.post(authorityFindReviewCall.path, (request) => {
    const { shiftId } = check(authorityFindReviewCall.params, request.params);
    const { reference } = check(authorityFindReviewCall.body, request.body);
    const { officer, shift } = standingShift(ports, store.shifts.find(shiftId));
    return signCases(ports, shift.id, waitingAs(ports, officer, reference));
  });
  app.post(authorityBeginReviewCall.path, (request) => {
    const { caseId } = check(authorityBeginReviewCall.params, request.params);
    return beginReview(ports, caseId, check(authorityBeginReviewCall.body, request.body));
  });
  app.post(authorityReviewCall.path, async (request) => {
    const { caseId } = check(authorityReviewCall.params, request.params);
    await review(ports, caseId, check(authorityReviewCall.body, request.body));
    return {};
  });

  app.get(authorityPointsCall.path, () => ({
    points: store.points.all().flatMap(({ revokedAt, ...point }) => (revokedAt === undefined ? [point] : [])),
  }));
}
