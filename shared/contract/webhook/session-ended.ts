import { type Static, Type } from 'typebox';
import * as limits from '../../limits.ts';
import {
  CompactSchema,
  CounterIdSchema,
  exact,
  LevelSchema,
  oneOf,
  SceneSchema,
  SessionIdSchema,
  TimeSchema,
} from '../schema.ts';

export const endStates = ['passed', 'failed', 'declined', 'cancelled', 'expired', 'aborted'] as const;
export type EndState = (typeof endStates)[number];

/**
 * What an RP is told of a session that has ended: what its counter sees of it then, and at which counter it was. Nothing before the
 * end tells of the verdict, and nothing ever tells of the person.
 */
export const SessionEnded = exact({
  type: Type.Literal('session.ended', { description: 'What happened.', examples: ['session.ended'] }),
  timestamp: Type.String({
    description: 'When the session ended (RFC 3339, UTC, milliseconds): the same in every try and replay.',
    examples: ['2026-12-01T08:00:00.000Z'],
  }),
  data: exact({
    counterId: Type.With(CounterIdSchema, {
      description: 'The counter that opened the session.',
      examples: ['cnt_my-hotel-desk-1'],
    }),
    sessionId: Type.With(SessionIdSchema, {
      description: 'The session, as the counter API names it.',
      examples: ['ses_Zm9vYmFyYmF6cXV4MTIzNA'],
    }),
    version: Type.Integer({
      minimum: 1,
      description:
        'How often what the counter is shown of the session has changed; the same as in the counter API.',
      examples: [4],
    }),
    state: Type.With(oneOf(endStates), {
      description:
        'How it ended. `passed` and `failed` are decisions of the authority and come with `result`; the others are no statement about the person.',
      examples: ['passed'],
    }),
    scene: Type.With(SceneSchema, { description: 'What the check was for.', examples: ['hotel'] }),
    level: Type.With(LevelSchema, {
      description: 'The level that was asked for.',
      examples: ['basic'],
    }),
    openedAt: Type.With(TimeSchema, {
      description: 'When the counter opened it, in milliseconds since 1970 (UTC).',
      examples: [1796112000000],
    }),
    decidedAt: Type.Optional(
      Type.With(TimeSchema, {
        description:
          'When it was decided, in milliseconds since 1970 (UTC); with `passed` and `failed` only.',
        examples: [1796112060000],
      }),
    ),
    result: Type.Optional(
      Type.With(CompactSchema, {
        description:
          'The result token: a JWS by a key of `/.well-known/jwks.json`, for your RP alone, inside a JWE where you registered an encryption key. With `passed` and `failed` only. Verify it: it, and not `state`, is the proof.',
        examples: ['eyJhbGciOiJFUzI1NiJ9.eyJvdXRjb21lIjoicGFzcyJ9.c2ln'],
      }),
    ),
  }),
});
export type SessionEnded = Static<typeof SessionEnded>;

/**
 * The same event where it is taken later than `limits.resultRetention` after the end: the session is forgotten, its result with it, and what is
 * left says which it was and how it ended.
 */
export const SessionEndedLate = exact({
  type: SessionEnded.properties.type,
  timestamp: SessionEnded.properties.timestamp,
  data: exact({
    sessionId: SessionEnded.properties.data.properties.sessionId,
    state: Type.With(oneOf(endStates), {
      description: `How it ended. Nothing proves it any more: the result token could be read for ${limits.resultRetention / 3_600_000} hours, here and in the counter API.`,
      examples: ['passed'],
    }),
  }),
});
export type SessionEndedLate = Static<typeof SessionEndedLate>;
