import {
  DeviceLoginBody,
  LoginAnswer,
  LoginBody,
  PlatformLoginBody,
  SmsLoginBody,
} from '../../../../../../shared/contract/login/01-login.ts';
import { SendCodeAnswer, SendCodeBody } from '../../../../../../shared/contract/login/01-send-code.ts';
import * as limits from '../../../../../../shared/limits.ts';
import { type Entries, named, told } from '../../entry.ts';
import { compact, sample } from '../../samples.ts';
import { lasting } from '../../written/lasting.ts';

const { openedAt } = sample;
const platformLogin = { platform: 'wechat', code: '0c3XyZGa1kq8rH0T4oHa1n2wYt3XyZGu' };
const smsLogin = { platform: 'sms', phone: '13800138000', code: '483920' };
const accessToken = compact(
  { alg: 'HS256', typ: 'JWT' },
  { sub: 'hol_Q1w2E3r4T5y6U7i8O9p0Aa', cnf: { jkt: sample.thumbprint } },
);

/** How a phone gets its token. */
export const loginSchemas: Entries = {
  PlatformLogin: told(
    PlatformLoginBody,
    { zh: '用微信或支付宝登录', en: 'By the platform’s own login.' },
    {
      platform: ['The platform that the app runs in.', 'wechat'],
      code: ['What `wx.login` or `my.getAuthCode` gave; good once.', platformLogin.code],
      soter: ['Of WeChat alone, where the phone has a secure key: its signature over the challenge.'],
    },
  ),
  SmsLogin: told(
    SmsLoginBody,
    {
      zh: '用短信验证码登录',
      en: 'By the code of a message; counts on the device key only that asked for it.',
    },
    {
      platform: ['This way.', 'sms'],
      phone: ['A mobile number of the Chinese mainland: eleven digits.', smsLogin.phone],
      code: [`The ${limits.smsCodeDigits} digits of the message.`, smsLogin.code],
    },
  ),
  DeviceLogin: told(
    DeviceLoginBody,
    { zh: '用本机密钥恢复登录', en: 'By the device key alone, for a browser that was reloaded.' },
    { platform: ['This way.', 'device'] },
  ),
  LoginBody: named(LoginBody, {
    zh: '登录方式',
    en: 'One of the ways in.',
    examples: {
      wechat: { summary: 'In a mini-program of WeChat', value: platformLogin },
      sms: { summary: 'In a browser', value: smsLogin },
      device: { summary: 'In a browser that was reloaded', value: { platform: 'device' } },
    },
  }),
  LoginAnswer: told(
    LoginAnswer,
    { zh: '绑定本机密钥的令牌', en: 'A token that is bound to the device key of the proof.' },
    {
      accessToken: [
        'To be sent as `Authorization: DPoP ...` with a fresh proof each time. Opaque.',
        accessToken,
      ],
      tokenType: ['How it is to be sent (RFC 9449).', 'DPoP'],
      expiresAt: [
        `Epoch milliseconds: ${lasting(limits.holderTokenLifetime)} from now.`,
        openedAt + limits.holderTokenLifetime,
      ],
      serverTime: [
        'Epoch milliseconds by the server’s clock as this was answered: date proofs by it.',
        openedAt,
      ],
      tookOver: ['Whether this login has just taken the place of another phone.', false],
      faceBy: [
        'Who takes this holder’s face, to be told before consent is asked; the phone where absent.',
        'phone',
      ],
    },
  ),
  SendCodeBody: told(
    SendCodeBody,
    { zh: '接收验证码的号码', en: 'Where the code is sent.' },
    { phone: ['A mobile number of the Chinese mainland: eleven digits.', smsLogin.phone] },
  ),
  SendCodeAnswer: told(
    SendCodeAnswer,
    { zh: '验证码已发出', en: 'The same for every number, whether or not anybody ever signed in with it.' },
    {
      resendAfter: ['Epoch milliseconds: from then on another code may be asked for.', openedAt + 60_000],
      expiresAt: ['Epoch milliseconds: the code counts until then.', openedAt + 300_000],
      digits: ['How many digits the message has.', 6],
      serverTime: ['Epoch milliseconds by the server’s clock as this was answered.', openedAt],
    },
  ),
};
