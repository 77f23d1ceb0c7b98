import { type Static, Type } from 'typebox';
import { ceremonyNames } from '../ceremonies.ts';
import { retryHints, sampleKinds } from '../challenge.ts';
import { limits } from '../limits.ts';
import { sessionStates } from '../sessions.ts';
import { Registration } from './authority/registration.ts';
import {
  CounterIdSchema,
  exact,
  LevelSchema,
  oneOf,
  PurposeSchema,
  RpIdSchema,
  SceneSchema,
  TimeSchema,
} from './schema.ts';

/**
 * Who asks, and for what. Names come in the statement of the authority's registrar alone: the phone shows what that says, once
 * it has checked it by the root, before anybody agrees.
 */
export const WhoAsks = exact({
  rpId: RpIdSchema,
  counterId: CounterIdSchema,
  scene: SceneSchema,
  level: LevelSchema,
  purpose: PurposeSchema,
  registration: Registration,
});
export type WhoAsks = Static<typeof WhoAsks>;

/** A session as the one phone that takes part in it may see it. */
export const HolderView = exact({
  id: Type.String(),
  /** One of `ceremonyNames`; whoever reads it looks its rules up (`rulesOf`). */
  ceremony: Type.Unsafe<string>({ type: 'string', enum: [...ceremonyNames] }),
  state: oneOf(sessionStates),
  version: Type.Integer({ minimum: 1 }),
  serverTime: TimeSchema,
  deadline: Type.Optional(TimeSchema),
  asks: Type.Optional(WhoAsks),
  /** Whether the deadline of this state may still be moved, which is once. */
  mayExtend: Type.Optional(Type.Literal(true)),
  /** The counter word, to be said to the clerk: stands once the last sample is relayed, until the clerk has typed it. */
  word: Type.Optional(Type.String({ pattern: `^[0-9]{${limits.wordDigits}}$` })),
  /** Samples still to come, in any order. */
  awaited: Type.Optional(Type.Array(oneOf(sampleKinds))),
  attemptsLeft: Type.Optional(Type.Integer({ minimum: 0 })),
  hints: Type.Optional(Type.Array(oneOf(retryHints))),
  decidedAt: Type.Optional(TimeSchema),
  sandbox: Type.Optional(Type.Boolean()),
});
export type HolderView = Static<typeof HolderView>;

/** Long poll: answers at once when the version is above `after`, else after a change or `wait` seconds. */
export const WaitQuery = exact({
  after: Type.Optional(Type.Integer({ minimum: 0 })),
  wait: Type.Optional(Type.Integer({ minimum: 0, maximum: limits.longPollSeconds })),
});
export type WaitQuery = Static<typeof WaitQuery>;
