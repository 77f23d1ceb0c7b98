import { type Static, Type } from 'typebox';
import { CounterIdSchema, exact, LevelSchema, SceneSchema, SessionIdSchema, TimeSchema } from '../schema.ts';

/**
 * Somebody scanned and cannot go on at once; never why. Whoever wants to may give the session more time, once, by the counter API. It
 * says nothing that changes later, so that it is the same in every try.
 */
export const SessionNeedsMoreTime = exact({
  type: Type.Literal('session.needs-more-time', {
    description: 'What happened.',
    examples: ['session.needs-more-time'],
  }),
  timestamp: Type.String({
    description: 'When the counter was told (RFC 3339, UTC, milliseconds): the same in every try and replay.',
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
    scene: Type.With(SceneSchema, { description: 'What the check is for.', examples: ['hotel'] }),
    level: Type.With(LevelSchema, { description: 'The level that is asked for.', examples: ['basic'] }),
    openedAt: Type.With(TimeSchema, {
      description: 'When the counter opened it, in milliseconds since 1970 (UTC).',
      examples: [1796112000000],
    }),
  }),
});
export type SessionNeedsMoreTime = Static<typeof SessionNeedsMoreTime>;
