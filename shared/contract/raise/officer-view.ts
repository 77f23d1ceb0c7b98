import { type Static, Type } from 'typebox';
import { sampleKinds } from '../../challenge.ts';
import * as limits from '../../limits.ts';
import { raiseExceptions } from '../../raise/decision.ts';
import { sessionStates } from '../../sessions.ts';
import { CompactSchema, exact, oneOf, SessionIdSchema, TimeSchema } from '../schema.ts';
import { wordStages } from '../verify/08-result.ts';
import { CounterWord } from '../verify/08-word.ts';

/** A session of an officer's as the officer's page may see it: nothing of the phone, nor of what was found on its samples. */
export const OfficerView = exact({
  sessionId: SessionIdSchema,
  ceremony: Type.String(),
  state: oneOf(sessionStates),
  version: Type.Integer({ minimum: 1 }),
  serverTime: TimeSchema,
  deadline: Type.Optional(TimeSchema),
  /** As at any counter: the scan came late, and three digits are awaited, once more, or were taken. */
  word: Type.Optional(oneOf(wordStages)),
  exception: Type.Optional(oneOf(raiseExceptions)),
  /** The holder wants to set a PIN. */
  pin: Type.Optional(Type.Literal(true)),
  /** Where no phone takes part: the counter word for the guest to say, once there is nothing more to type or say. */
  guestWord: Type.Optional(CounterWord),
  /** Samples still to come. `officer-decision` alone: now the officer decides. */
  awaited: Type.Optional(Type.Array(oneOf(sampleKinds))),
  /** An officer has decided, and a second one has to bear it out. */
  secondNeeded: Type.Optional(Type.Literal(true)),
  /** While the session is `challenged`: what the card is sealed for (PartyChallengeClaims), and the key list to check it by. */
  challenge: Type.Optional(CompactSchema),
  keyList: Type.Optional(CompactSchema),
  attemptsLeft: Type.Optional(Type.Integer({ minimum: 0, maximum: limits.attemptsPerSession })),
  endedAt: Type.Optional(TimeSchema),
});
export type OfficerView = Static<typeof OfficerView>;
