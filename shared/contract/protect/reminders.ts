import { type Static, Type } from 'typebox';
import * as limits from '../../limits.ts';
import { loginPlatforms, PlatformLoginBody } from '../login/01-login.ts';
import { type Call, exact, oneOf, TimeSchema } from '../schema.ts';

/**
 * By what the holder is told before the credential ends. The inbox always tells; `by` is the platform that can send a message besides, where
 * there is one, and `templates` are what it is asked for leave for.
 */
export const RemindersAnswer = exact({
  by: Type.Optional(oneOf(loginPlatforms)),
  templates: Type.Array(Type.String({ maxLength: limits.messageTemplate }), {
    maxItems: limits.messageTemplates,
  }),
  /** Whether the holder wants that message. */
  on: Type.Boolean(),
  serverTime: TimeSchema,
});
export type RemindersAnswer = Static<typeof RemindersAnswer>;

export const readRemindersCall = {
  method: 'GET',
  path: '/holder/v1/reminders',
  summary: 'Whether the platform may remind the holder before the credential ends.',
  status: 200,
  answer: RemindersAnswer,
} as const satisfies Call;

export const WantRemindersBody = exact({
  platform: oneOf(loginPlatforms),
  /** A login code of the platform: to whom its messages go. */
  code: PlatformLoginBody.properties.code,
});
export type WantRemindersBody = Static<typeof WantRemindersBody>;

/** Refusals: login-refused where the code is another person's, or none; not-found where no messages are sent there; credential-missing. */
export const wantRemindersCall = {
  method: 'POST',
  path: '/holder/v1/reminders',
  summary: 'The holder wants to be reminded by a message of the platform; it was asked for leave before.',
  body: WantRemindersBody,
  status: 200,
  answer: RemindersAnswer,
} as const satisfies Call;

export const endRemindersCall = {
  method: 'POST',
  path: '/holder/v1/reminders/end',
  summary: 'The holder wants no message of the platform any more; twice is once.',
  status: 200,
  answer: RemindersAnswer,
} as const satisfies Call;
