import { type Static, Type } from 'typebox';
import { ceremonyNames } from '../ceremonies.ts';
import { retryHints, sampleKinds } from '../challenge.ts';
import { protectActs } from '../credentials.ts';
import { idPattern } from '../ids.ts';
import * as limits from '../limits.ts';
import { sessionStates } from '../sessions.ts';
import { Registration } from './authority/registration.ts';
import {
  CompactSchema,
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

/** A private person asks: without a name, by a statement that the authority's registrar signs for all of them. */
export const AsksPrivately = exact({
  meetingId: Type.String({ pattern: idPattern.mtg }),
  statement: Registration,
});
export type AsksPrivately = Static<typeof AsksPrivately>;

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
  /** What the holder does, where the ceremony has several acts. */
  act: Type.Optional(oneOf(protectActs)),
  /** In the place of `asks` where another person does. */
  asksPrivately: Type.Optional(AsksPrivately),
  /**
   * The authority's key list, signed by its root, while somebody asks and nobody has answered for good: the phone sees by it that the registrar
   * who names them was not struck. In what a phone goes by before it shows the question, and not in answers to what it did since.
   */
  keyList: Type.Optional(CompactSchema),
  /** Where it is a ward who stands at a terminal: by which delegation the holder is asked. */
  ward: Type.Optional(Type.String({ pattern: idPattern.del })),
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
