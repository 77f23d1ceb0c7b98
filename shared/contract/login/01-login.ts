import { type Static, Type } from 'typebox';
import { faceTakers } from '../../challenge.ts';
import { type Call, exact, oneOf, PhoneSchema, TimeSchema } from '../schema.ts';
import { SoterProof } from './01-soter.ts';

/** Platforms whose own login tells who somebody is. */
export const loginPlatforms = ['wechat', 'alipay'] as const;
export type LoginPlatform = (typeof loginPlatforms)[number];

/** Every way in: a browser has no platform of its own and takes a code by SMS. */
export type LoginWay = LoginPlatform | 'sms' | 'device';

/** `code` is what `wx.login` or `my.getAuthCode` gave; the DPoP proof of the call names the device key. */
export const PlatformLoginBody = exact({
  platform: oneOf(loginPlatforms),
  code: Type.String({ minLength: 1, maxLength: 256, pattern: '^[\\x21-\\x7e]+$' }),
  /** Of WeChat alone, where the phone has a secure key (SOTER): its signature over the challenge that was asked for before. */
  soter: Type.Optional(SoterProof),
});
export type PlatformLoginBody = Static<typeof PlatformLoginBody>;

/** `code` is the six digits of the message; they count on the device key only that asked for them. */
export const SmsLoginBody = exact({
  platform: oneOf(['sms']),
  phone: PhoneSchema,
  code: Type.String({ pattern: '^[0-9]{6}$' }),
});
export type SmsLoginBody = Static<typeof SmsLoginBody>;

/** A browser that was reloaded: the phone is known by its device key alone, as long as it is the holder's live one. */
export const DeviceLoginBody = exact({ platform: oneOf(['device']) });

export const LoginBody = Type.Union([PlatformLoginBody, SmsLoginBody, DeviceLoginBody]);
export type LoginBody = Static<typeof LoginBody>;

export const LoginAnswer = exact({
  accessToken: Type.String(),
  tokenType: oneOf(['DPoP']),
  expiresAt: TimeSchema,
  serverTime: TimeSchema,
  /** Logging in here has just taken the place of another phone: its credential can be brought along within a day. */
  tookOver: Type.Boolean(),
  /** Who takes this holder's face, to be told before consent is asked; the phone where absent. */
  faceBy: Type.Optional(oneOf(faceTakers)),
});
export type LoginAnswer = Static<typeof LoginAnswer>;

/** `device` is refused with login-refused where no holder has this key, a signature of a secure key that does not hold with soter-refused. Refusals of the SMS way: sms-code-wrong (try again), sms-code-over (ask for a new code). */
export const loginCall = {
  method: 'POST',
  path: '/holder/v1/login',
  summary:
    "A holder logs in by the platform's own login or by a code from an SMS; the token is bound to the phone's device key (RFC 9449).",
  body: LoginBody,
  status: 200,
  answer: LoginAnswer,
} as const satisfies Call;
