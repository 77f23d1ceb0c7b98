import { type Static, Type } from 'typebox';
import { ConsentShown } from '../attempt/03-challenge.ts';
import { OfficerView } from '../raise/officer-view.ts';
import { type Call, CompactSchema, exact, SessionIdSchema } from '../schema.ts';

/**
 * What the guest chose: to say six digits, which is the consent to their voice, or to type the PIN. `text`: the words in which the voice was asked for; there where
 * it was agreed to, and nowhere else.
 */
export const AssistChallengeBody = exact({ voice: Type.Boolean(), text: Type.Optional(ConsentShown) });
export type AssistChallengeBody = Static<typeof AssistChallengeBody>;

/** Signed by the authority (`ChallengeClaims`), bound to the key of the attendant's browser. */
export const AssistChallengeAnswer = exact({
  challenge: CompactSchema,
  keyList: CompactSchema,
  session: OfficerView,
});
export type AssistChallengeAnswer = Static<typeof AssistChallengeAnswer>;

/** Refusals: request-invalid, consent-outdated, not-found, session-over, step-out-of-order, shift-over, officer-may-not, authority-unavailable. */
export const assistChallengeCall = {
  method: 'POST',
  path: '/officer/v1/sessions/:sessionId/challenge',
  summary: 'The guest has chosen; the authority issues a challenge for this attempt.',
  params: exact({ sessionId: SessionIdSchema }),
  body: AssistChallengeBody,
  status: 201,
  answer: AssistChallengeAnswer,
  creates: true,
} as const satisfies Call;
