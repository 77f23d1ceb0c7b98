import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { Problem } from '../../../shared/problem.ts';
import type { PlatformLogin } from '../ports/platform-login.ts';
import { rawMember } from './alipay-raw-member.ts';
import { askPlatform, platformUnavailable } from './ask-platform.ts';

export interface AlipayLoginOptions {
  /** The gateway's host; the path `/gateway.do` is added. */
  url: string;
  appId: string;
  /** The application's RSA key, PEM. */
  privateKey: string;
  /** Alipay's own RSA key, PEM: its answers are signed with it. */
  publicKey: string;
  now: () => number;
}

/** Applications of the newer kind get `open_id`, older ones `user_id`. The tokens are not read. */
const Granted = Compile(
  Type.Object({
    open_id: Type.Optional(Type.String({ maxLength: 128 })),
    user_id: Type.Optional(Type.String({ maxLength: 128 })),
  }),
);
const Refused = Compile(
  Type.Object({
    code: Type.String({ pattern: '^[0-9]{1,8}$' }),
    sub_code: Type.Optional(Type.String({ pattern: '^[A-Za-z._-]{1,100}$' })),
  }),
);
const Signed = Compile(Type.Object({ sign: Type.String({ maxLength: 1024 }) }));

/**
 * `alipay.system.oauth.token` of Alipay's open platform (POST /gateway.do, version 1.0, RSA2). What is read is exactly the
 * text under Alipay's signature.
 * @throws Problem login-refused, platform-unavailable; Error at the start when a key is no RSA key
 */
export function alipayLogin(options: AlipayLoginOptions): PlatformLogin {
  const base = options.url.replace(/\/$/, '');
  const ownKey = createPrivateKey(options.privateKey);
  const alipayKey = createPublicKey(options.publicKey);
  if (ownKey.asymmetricKeyType !== 'rsa' || alipayKey.asymmetricKeyType !== 'rsa')
    throw new Error('Alipay login needs two RSA keys');

  return async (code) => {
    const common = {
      app_id: options.appId,
      method: 'alipay.system.oauth.token',
      format: 'JSON',
      charset: 'utf-8',
      sign_type: 'RSA2',
      timestamp: beijingTime(options.now()),
      version: '1.0',
    };
    const own = { grant_type: 'authorization_code', code };
    const signature = sign('sha256', Buffer.from(signedText({ ...common, ...own })), ownKey);
    const url = new URL(`${base}/gateway.do`);
    url.search = new URLSearchParams({ ...common, sign: signature.toString('base64') }).toString();
    const text = await askPlatform(url, new URLSearchParams(own));

    const granted = rawMember(text, 'alipay_system_oauth_token_response');
    if (granted === undefined) throw refusal(rawMember(text, 'error_response'));
    const claimed = read(text, Signed)?.sign ?? '';
    if (!verify('sha256', Buffer.from(granted), alipayKey, Buffer.from(claimed, 'base64')))
      throw platformUnavailable('the answer is not signed by Alipay');
    const answer = read(granted, Granted);
    const subject = answer?.open_id || answer?.user_id;
    if (!subject) throw refusal(granted);
    return { subject };
  };
}

/** All parameters but `sign`, by name, neither empty nor encoded. */
function signedText(params: Record<string, string>): string {
  return Object.entries(params)
    .filter(([, value]) => value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** `yyyy-MM-dd HH:mm:ss`, in Beijing whatever the server's time zone. */
function beijingTime(now: number): string {
  return new Date(now + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

/** A code that is unknown, used or expired is the phone's affair; all else is between the operator and Alipay. */
function refusal(raw: string | undefined): Problem {
  const refused = raw === undefined ? undefined : read(raw, Refused);
  if (refused?.sub_code?.startsWith('isv.code-')) return new Problem('login-refused');
  return platformUnavailable(`code ${refused?.code ?? 'missing'}, ${refused?.sub_code ?? 'no sub_code'}`);
}

function read<T>(text: string, form: { Check(value: unknown): value is T }): T | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return form.Check(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
