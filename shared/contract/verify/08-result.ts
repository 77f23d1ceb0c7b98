import { type Static, Type } from 'typebox';
import { counterStates } from '../../sessions.ts';
import { WaitQuery } from '../holder-view.ts';
import {
  type Call,
  CompactSchema,
  exact,
  LevelSchema,
  oneOf,
  SceneSchema,
  SessionIdSchema,
  TimeSchema,
} from '../schema.ts';

export const wordStages = ['awaited', 'again', 'taken'] as const;

/**
 * All that a counter ever learns, and nothing by which it could tell a check with a voice, with another attempt or by another
 * verifier from one without. `result` stands once it is decided.
 */
export const CounterView = exact({
  sessionId: SessionIdSchema,
  state: oneOf(counterStates),
  /** Rises when this view shows something else, and only then. */
  version: Type.Integer({ minimum: 1 }),
  scene: SceneSchema,
  level: LevelSchema,
  /** Somebody scanned and cannot go on yet, whatever the cause; the code goes on being shown while the state is `open`. */
  needsMoreTime: Type.Optional(Type.Literal(true)),
  /** Whether the deadline may still be moved, which is once. */
  mayExtend: Type.Optional(Type.Literal(true)),
  /** Stands from the claim to the end where the holder has to say the counter word: `again` after one try that did not fit. */
  word: Type.Optional(oneOf(wordStages)),
  openedAt: TimeSchema,
  /** When the state has ended by itself at the latest; absent at the end. It depends on nothing but when the session was opened. */
  deadline: Type.Optional(TimeSchema),
  decidedAt: Type.Optional(TimeSchema),
  /** The result token: a JWS, inside a JWE where the RP registered an encryption key. */
  result: Type.Optional(CompactSchema),
});
export type CounterView = Static<typeof CounterView>;

export const readSessionCall = {
  method: 'GET',
  path: '/counter/v1/sessions/:sessionId',
  summary: 'The session as its counter may see it; with `after` and `wait` a long poll for the next change.',
  params: exact({ sessionId: SessionIdSchema }),
  query: WaitQuery,
  status: 200,
  answer: CounterView,
  versioned: true,
  fromPages: true,
} as const satisfies Call;

export const endSessionCall = {
  method: 'POST',
  path: '/counter/v1/sessions/:sessionId/end',
  summary:
    'The counter ends a session that is not decided yet: `staffed` is recorded as declined, `abandoned` as cancelled. It may take some seconds.',
  params: exact({ sessionId: SessionIdSchema }),
  body: exact({ reason: oneOf(['staffed', 'abandoned']) }),
  waits: true,
  status: 200,
  answer: CounterView,
  fromPages: true,
} as const satisfies Call;

/** The claims of a result token (typ `lz-result+jwt`). */
export const ResultClaims = exact({
  iss: Type.String(),
  aud: Type.String(),
  jti: SessionIdSchema,
  iat: Type.Integer(),
  exp: Type.Integer(),
  counter: Type.String(),
  scene: SceneSchema,
  level: LevelSchema,
  purpose: Type.String(),
  outcome: Type.Unsafe<'pass' | 'fail'>({ type: 'string', enum: ['pass', 'fail'] }),
  openedAt: TimeSchema,
  decidedAt: TimeSchema,
  sandbox: Type.Boolean(),
});
export type ResultClaims = Static<typeof ResultClaims>;
