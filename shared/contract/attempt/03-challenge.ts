import { type Static, Type } from 'typebox';
import { HolderView } from '../holder-view.ts';
import { type Call, CompactSchema, exact, SessionIdSchema } from '../schema.ts';

/** Consent to face and to voice, asked apart. Without the face only the staffed way is open. */
export const Consent = exact({ face: Type.Boolean(), voice: Type.Boolean() });
export type Consent = Static<typeof Consent>;

/**
 * Asking for a challenge is the holder's agreement. `consent` is brought where the ceremony asks for it here, and left out where
 * it was given when the session was opened. `idPhoto`: whether the holder brings an ID photo; told where the ceremony takes one, and
 * left out where it does not.
 */
export const ChallengeBody = exact({
  consent: Type.Optional(Consent),
  idPhoto: Type.Optional(Type.Boolean()),
});
export type ChallengeBody = Static<typeof ChallengeBody>;

/** Both are signed by the authority: the phone checks them against its pinned root and trusts nothing else in this answer. */
export const ChallengeAnswer = exact({
  challenge: CompactSchema,
  keyList: CompactSchema,
  session: HolderView,
});
export type ChallengeAnswer = Static<typeof ChallengeAnswer>;

export const challengeCall = {
  method: 'POST',
  path: '/holder/v1/sessions/:sessionId/challenge',
  summary: 'The holder agrees; the authority issues a challenge of its own for this attempt.',
  params: exact({ sessionId: SessionIdSchema }),
  body: ChallengeBody,
  status: 201,
  answer: ChallengeAnswer,
  creates: true,
} as const satisfies Call;
