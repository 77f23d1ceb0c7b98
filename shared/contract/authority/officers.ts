import { type Static, Type } from 'typebox';
import { sampleKinds } from '../../challenge.ts';
import { idPattern } from '../../ids.ts';
import {
  BegunShift,
  Enrolment,
  EnrolmentBegun,
  OfficerInvite,
  OpenedShift,
  ShiftOpened,
} from '../officer/shift.ts';
import { BrowserKey, idOf, OfficerName, OfficerShift, RegisteredPoint } from '../officer/terms.ts';
import {
  BegunDecision,
  CaseReference,
  RaiseDecisionSchema,
  ReviewOutcome,
  ReviewPage,
  ReviewPlace,
  SignedDecision,
  ToldCases,
} from '../raise/08-decision.ts';
import { type Call, exact, oneOf } from '../schema.ts';

// What the BFF relays for officers, and asks about them. None of it makes an officer: that is for the administrator's desk.

const shift = { shiftId: idOf('shf') };
const shiftParams = exact(shift);
const challengeParams = exact({ challengeId: Type.String({ pattern: idPattern.chl }) });
const caseParams = exact({ caseId: Type.String({ pattern: idPattern.cas }) });

export const authorityBeginEnrolmentCall = {
  method: 'POST',
  path: '/v1/officers/enrolments/begin',
  summary: 'What the passkey of an invited officer is made with.',
  body: exact({ invite: OfficerInvite }),
  status: 200,
  answer: EnrolmentBegun,
} as const satisfies Call;

export const authorityEnrolCall = {
  method: 'POST',
  path: '/v1/officers/enrolments',
  summary: 'Registers the passkey of an invited officer, once.',
  body: Enrolment,
  status: 201,
  answer: exact({ name: OfficerName }),
} as const satisfies Call;

export const authorityBeginShiftCall = {
  method: 'POST',
  path: '/v1/officers/shifts/begin',
  summary: 'What a passkey opens a shift with, for that key of the browser.',
  body: exact({ key: BrowserKey }),
  status: 200,
  answer: BegunShift,
} as const satisfies Call;

export const authorityOpenShiftCall = {
  method: 'POST',
  path: '/v1/officers/shifts',
  summary: 'Opens a shift, bound to the key of the browser. One that was open is over.',
  body: exact({ ...ShiftOpened.properties, key: BrowserKey }),
  status: 201,
  answer: OpenedShift,
} as const satisfies Call;

/** Refusals: shift-over, also where officer, point or passkey were revoked meanwhile. */
export const authorityReadShiftCall = {
  method: 'GET',
  path: '/v1/officers/shifts/:shiftId',
  summary: 'Whether the shift stands, and what may still be done in it.',
  params: shiftParams,
  status: 200,
  answer: OfficerShift,
} as const satisfies Call;

/** Refusals: shift-over. A shift that nobody used for `limits.officerIdle` is over. */
export const authorityUseShiftCall = {
  method: 'POST',
  path: '/v1/officers/shifts/:shiftId/use',
  summary: 'The officer is at work: somebody asks, and not a page by itself. Answers as reading does.',
  params: shiftParams,
  status: 200,
  answer: OfficerShift,
} as const satisfies Call;

export const authorityEndShiftCall = {
  method: 'POST',
  path: '/v1/officers/shifts/:shiftId/end',
  summary: 'The shift is over. Twice is once.',
  params: shiftParams,
  status: 204,
  answer: Type.Null(),
} as const satisfies Call;

export const authorityBeginDecisionCall = {
  method: 'POST',
  path: '/v1/challenges/:challengeId/officer-decision/begin',
  summary: 'What the passkey signs: session, decision and the digests of all samples that have come.',
  params: challengeParams,
  body: exact({ ...shift, decision: RaiseDecisionSchema }),
  status: 200,
  answer: BegunDecision,
} as const satisfies Call;

export const DecisionTaken = exact({
  awaited: Type.Array(oneOf(sampleKinds)),
  /** `officer-decision` is awaited still: from another officer. */
  secondNeeded: Type.Optional(Type.Literal(true)),
});
export type DecisionTaken = Static<typeof DecisionTaken>;

export const authorityDecisionCall = {
  method: 'POST',
  path: '/v1/challenges/:challengeId/officer-decision',
  summary: 'The assertion. The verdict is worked on when nothing is awaited any more.',
  params: challengeParams,
  body: exact({ ...shift, ...SignedDecision.properties }),
  status: 200,
  answer: DecisionTaken,
} as const satisfies Call;

export const authorityReviewsCall = {
  method: 'POST',
  path: '/v1/officers/shifts/:shiftId/reviews',
  summary:
    'Cases that wait for somebody else than who decided: drawn ones last, those of the own point first, the oldest first.',
  params: shiftParams,
  body: exact({ after: Type.Optional(ReviewPlace) }),
  status: 200,
  answer: ReviewPage,
} as const satisfies Call;

export const authorityFindReviewCall = {
  method: 'POST',
  path: '/v1/officers/shifts/:shiftId/reviews/find',
  summary: 'Those among them whose session has this short name.',
  params: shiftParams,
  body: exact({ reference: CaseReference }),
  status: 200,
  answer: ToldCases,
} as const satisfies Call;

export const authorityBeginReviewCall = {
  method: 'POST',
  path: '/v1/reviews/:caseId/begin',
  summary: 'What the passkey of the reviewer signs.',
  params: caseParams,
  body: exact({ ...shift, review: ReviewOutcome }),
  status: 200,
  answer: BegunDecision,
} as const satisfies Call;

export const authorityReviewCall = {
  method: 'POST',
  path: '/v1/reviews/:caseId',
  summary: 'The assertion of the reviewer.',
  params: caseParams,
  body: exact({ ...shift, ...SignedDecision.properties }),
  status: 200,
  answer: exact({}),
} as const satisfies Call;

export const authorityPointsCall = {
  method: 'GET',
  path: '/v1/acceptance-points',
  summary: 'All acceptance points that stand.',
  status: 200,
  answer: exact({ points: Type.Array(RegisteredPoint) }),
} as const satisfies Call;
