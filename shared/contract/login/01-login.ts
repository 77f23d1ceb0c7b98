import { type Static, Type } from 'typebox';
import { type Call, exact, oneOf, TimeForm } from '../form.ts';

export const loginPlatforms = ['wechat', 'alipay'] as const;
export type LoginPlatform = (typeof loginPlatforms)[number];

/** `code` is what `wx.login` or `my.getAuthCode` gave; the DPoP proof of the call names the device key. */
export const LoginBody = exact({
  platform: oneOf(loginPlatforms),
  code: Type.String({ minLength: 1, maxLength: 256, pattern: '^[\\x21-\\x7e]+$' }),
});
export type LoginBody = Static<typeof LoginBody>;

export const LoginAnswer = exact({
  accessToken: Type.String(),
  tokenType: oneOf(['DPoP']),
  expiresAt: TimeForm,
  serverTime: TimeForm,
  /** Logging in here has just voided another phone. */
  tookOver: Type.Boolean(),
});
export type LoginAnswer = Static<typeof LoginAnswer>;

export const login = {
  method: 'POST',
  path: '/holder/v1/login',
  summary:
    "A holder logs in by the platform's own login; the token is bound to the phone's device key (RFC 9449).",
  body: LoginBody,
  status: 200,
  answer: LoginAnswer,
} as const satisfies Call;
