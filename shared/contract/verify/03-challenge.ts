import { type Static, Type } from 'typebox';
import { type Call, CompactForm, exact, SessionIdForm } from '../form.ts';
import { HolderView } from '../holder-view.ts';

/** Asking for a challenge is the holder's agreement; consent to face and to voice is given apart. */
export const ChallengeBody = exact({ consent: exact({ face: Type.Boolean(), voice: Type.Boolean() }) });
export type ChallengeBody = Static<typeof ChallengeBody>;

/** Both are signed by the authority: the phone checks them against its pinned root and trusts nothing else in this answer. */
export const ChallengeAnswer = exact({ challenge: CompactForm, keyList: CompactForm, session: HolderView });
export type ChallengeAnswer = Static<typeof ChallengeAnswer>;

export const challenge = {
  method: 'POST',
  path: '/holder/v1/sessions/:sessionId/challenge',
  summary: 'The holder agrees; the authority issues a challenge of its own for this attempt.',
  params: exact({ sessionId: SessionIdForm }),
  body: ChallengeBody,
  status: 201,
  answer: ChallengeAnswer,
  creates: true,
} as const satisfies Call;
