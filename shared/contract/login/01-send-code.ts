import { type Static, Type } from 'typebox';
import { type Call, exact, PhoneSchema, TimeSchema } from '../schema.ts';

export const SendCodeBody = exact({ phone: PhoneSchema });
export type SendCodeBody = Static<typeof SendCodeBody>;

/** The same for every number, whether or not anybody ever signed in with it. */
export const SendCodeAnswer = exact({
  /** From then on another code may be asked for. */
  resendAfter: TimeSchema,
  expiresAt: TimeSchema,
  /** How many digits the message has. */
  digits: Type.Integer(),
  serverTime: TimeSchema,
});
export type SendCodeAnswer = Static<typeof SendCodeAnswer>;

/** Refusals: sms-too-many with Retry-After; platform-unavailable; not-found where the operator offers no SMS. */
export const sendCodeCall = {
  method: 'POST',
  path: '/holder/v1/login/codes',
  summary:
    'A login code is sent to a phone number. It counts on the device key only whose DPoP proof came with this call.',
  body: SendCodeBody,
  status: 202,
  answer: SendCodeAnswer,
} as const satisfies Call;
