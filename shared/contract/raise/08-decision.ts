import { type Static, Type } from 'typebox';
import { sampleKinds } from '../../challenge.ts';
import { idPattern, type ShiftId } from '../../ids.ts';
import * as limits from '../../limits.ts';
import { doubts, raiseExceptions, raiseOutcomes } from '../../raise/decision.ts';
import { BegunRequest, CeremonySchema, PasskeyAssertion } from '../operator/passkey.ts';
import {
  Base64urlSchema,
  type Call,
  CompactSchema,
  exact,
  oneOf,
  SessionIdSchema,
  TimeSchema,
} from '../schema.ts';
import { OfficerView } from './officer-view.ts';

const params = exact({ sessionId: SessionIdSchema });

/** `RaiseDecision` of `shared/raise/decision.ts`. */
export const RaiseDecisionSchema = exact({
  outcome: oneOf(raiseOutcomes),
  cardGenuine: Type.Boolean(),
  faceUnnatural: Type.Boolean(),
  doubt: Type.Optional(oneOf(doubts)),
  exception: Type.Optional(oneOf(raiseExceptions)),
});

export const Evidence = Type.Array(exact({ kind: oneOf(sampleKinds), digest: Base64urlSchema(43, 43) }), {
  maxItems: sampleKinds.length,
});

/**
 * What the passkey is asked with. Its challenge is `decisionHash` (or `reviewHash`) of these and of what the page knows itself: the page
 * computes it, and asks nobody to sign another.
 */
export const BegunDecision = exact({
  ...BegunRequest.properties,
  salt: Base64urlSchema(43, 43),
  evidence: Evidence,
});
export type BegunDecision = Static<typeof BegunDecision>;

export const SignedDecision = exact({ ceremony: CeremonySchema, assertion: PasskeyAssertion });
export type SignedDecision = Static<typeof SignedDecision>;

/** Refusals: step-out-of-order (a sample is missing), decision-invalid, officer-may-not, officer-cap-reached, second-officer-same. */
export const beginDecisionCall = {
  method: 'POST',
  path: '/officer/v1/sessions/:sessionId/decision/begin',
  summary: 'Says what the officer decides, and answers what the passkey is to sign.',
  params,
  body: exact({ decision: RaiseDecisionSchema }),
  status: 200,
  answer: BegunDecision,
} as const satisfies Call;

/** Refusals: passkey-refused, decision-changed, officer-may-not, officer-cap-reached, second-officer-same, shift-over. */
export const decideRaiseCall = {
  method: 'POST',
  path: '/officer/v1/sessions/:sessionId/decision',
  summary:
    'The assertion over the decision. `secondNeeded` in the answer: another officer has to bear it out.',
  params,
  body: SignedDecision,
  status: 200,
  answer: OfficerView,
} as const satisfies Call;

/** Why a case waits: it was drawn, something was flagged, an officer asked for it, or whoever raised it lost the right to. */
export const caseCauses = ['drawn', 'flagged', 'asked', 'revoked'] as const;

export const CaseReference = Type.String({ pattern: '^[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}$' });

/** A case of another officer: nothing of the person. */
export const ReviewCase = exact({
  caseId: Type.String({ pattern: idPattern.cas }),
  /** The short name of the session (`referenceOf`), which the holder was told. */
  reference: CaseReference,
  cause: oneOf(caseCauses),
  decidedAt: TimeSchema,
  decision: RaiseDecisionSchema,
  /** How the card was read. */
  cardRead: oneOf(['chip', 'typed']),
  evidence: Evidence,
});
export type ReviewCase = Static<typeof ReviewCase>;

/** Claims of a case as one shift is told of it (JWS ES256, typ `lz-review-case+jwt`, kid of a `sign` key of the key list). */
export const ReviewCaseClaims = exact({
  iss: Type.String(),
  iat: Type.Integer(),
  exp: Type.Integer(),
  sandbox: Type.Boolean(),
  shiftId: Type.Unsafe<ShiftId>({ type: 'string', pattern: idPattern.shf }),
  ...ReviewCase.properties,
});
export type ReviewCaseClaims = Static<typeof ReviewCaseClaims>;

/** Cases, each as the authority has signed it, and the key list that they can be checked by: the page shows nothing else. */
export const ToldCases = exact({
  cases: Type.Array(CompactSchema, { maxItems: limits.reviewsPerPage }),
  keyList: CompactSchema,
});
export type ToldCases = Static<typeof ToldCases>;

/** Where a page of cases ended: made by the authority, and read by nobody else. */
export const ReviewPlace = Type.String({ pattern: '^[0-3]\\.[0-9]{1,15}\\.cas_[A-Za-z0-9_-]{22}$' });
/** `next`: the place after which the others come, where there are others. */
export const ReviewPage = exact({ ...ToldCases.properties, next: Type.Optional(ReviewPlace) });
export type ReviewPage = Static<typeof ReviewPage>;

/** Refusals: shift-over. */
export const listReviewsCall = {
  method: 'GET',
  path: '/officer/v1/reviews',
  summary:
    'A page of the cases that wait for another officer than the one who decided, never one of your own: drawn ones last, those of your point first, the oldest first.',
  query: exact({ after: Type.Optional(ReviewPlace) }),
  status: 200,
  answer: ReviewPage,
} as const satisfies Call;

/** Refusals: too-many-requests. */
export const findReviewCall = {
  method: 'POST',
  path: '/officer/v1/reviews/find',
  summary:
    'The cases among them whose session has the reference that the holder’s phone shows: none, or one, seldom two.',
  body: exact({ reference: CaseReference }),
  status: 200,
  answer: ToldCases,
} as const satisfies Call;

const caseParams = exact({ caseId: Type.String({ pattern: idPattern.cas }) });
/** `confirm`: it is strict, or stays so. `contest`: it is not, with the reason. */
export const ReviewOutcome = exact({
  outcome: oneOf(['confirm', 'contest']),
  doubt: Type.Optional(oneOf(doubts)),
});
export type ReviewOutcome = Static<typeof ReviewOutcome>;

/** Refusals: review-over, decision-invalid, officer-may-not, second-officer-same. */
export const beginReviewCall = {
  method: 'POST',
  path: '/officer/v1/reviews/:caseId/begin',
  summary: 'Says what becomes of the case, and answers what the passkey is to sign.',
  params: caseParams,
  body: ReviewOutcome,
  status: 200,
  answer: BegunDecision,
} as const satisfies Call;

/** Refusals: passkey-refused, review-over, second-officer-same, shift-over. */
export const decideReviewCall = {
  method: 'POST',
  path: '/officer/v1/reviews/:caseId',
  summary: 'The assertion over it. The phone hears of the level within seconds.',
  params: caseParams,
  body: SignedDecision,
  status: 200,
  answer: exact({}),
} as const satisfies Call;
