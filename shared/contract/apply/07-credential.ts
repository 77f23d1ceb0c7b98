import { type Static, Type } from 'typebox';
import { type Call, exact, LevelSchema, oneOf, TimeSchema } from '../schema.ts';

/** The handle stays opaque: it tells nothing of the person and opens nothing without the device key. */
export const CredentialAnswer = exact({
  status: oneOf(['none', 'live', 'void']),
  level: Type.Optional(LevelSchema),
  handle: Type.Optional(Type.String()),
  since: Type.Optional(TimeSchema),
});
export type CredentialAnswer = Static<typeof CredentialAnswer>;

export const readCredentialCall = {
  method: 'GET',
  path: '/holder/v1/credential',
  summary: 'The credential of this phone, if it has one.',
  status: 200,
  answer: CredentialAnswer,
} as const satisfies Call;
