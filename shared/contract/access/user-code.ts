import { type Static, Type } from 'typebox';
import * as limits from '../../limits.ts';
import { type Call, exact } from '../schema.ts';

export const UserCodeBody = exact({
  userCode: Type.String({
    minLength: 1,
    maxLength: limits.typedUserCode,
    description: 'The eight letters that the counter shows, as they were typed.',
    examples: ['WDJB-MJHT', 'wdjb mjht'],
  }),
});

export const UserCodeAnswer = exact({
  path: Type.String({
    description: 'Where the browser goes on: the address that the QR code of the same check has.',
    examples: ['/q/d.AAECAwQFBgcICQoLDA0ODw'],
  }),
});
export type UserCodeAnswer = Static<typeof UserCodeAnswer>;

/** The page at which a code is typed. */
export const userCodePage = '/device';

export const enterUserCodeCall = {
  method: 'POST',
  path: '/device/v1/user-codes',
  summary: 'What a person typed at `verification_uri`: answers where the browser goes on.',
  body: UserCodeBody,
  status: 200,
  answer: UserCodeAnswer,
} as const satisfies Call;
