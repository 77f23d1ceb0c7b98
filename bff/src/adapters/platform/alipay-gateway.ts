import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { rawMember } from './alipay-raw-member.ts';
import { askPlatform, platformUnavailable } from './ask-platform.ts';

export interface AlipayGatewayOptions {
  /** The gateway's host; the path `/gateway.do` is added. */
  url: string;
  appId: string;
  /** The application's RSA key, PEM. */
  privateKey: string;
  /** Alipay's own RSA key, PEM: its answers are signed with it. */
  publicKey: string;
  now: () => number;
}

export interface AlipayGateway {
  /**
   * One call: the text under Alipay's signature, or that of `error_response`, which need not be signed.
   * @throws Problem platform-unavailable, also where the signature is not right
   */
  ask(
    method: string,
    own: Record<string, string>,
  ): Promise<{ answer: string } | { error: string | undefined }>;
  /** The signed address that a page of Alipay is opened with. */
  pageUrl(method: string, own: Record<string, string>): string;
}

const Signed = Compile(Type.Object({ sign: Type.String({ maxLength: 1024 }) }));

/** The gateway of Alipay's open platform (POST /gateway.do, version 1.0, RSA2). @throws Error when a key is no RSA key */
export function alipayGateway(options: AlipayGatewayOptions): AlipayGateway {
  const base = `${options.url.replace(/\/$/, '')}/gateway.do`;
  const ownKey = createPrivateKey(options.privateKey);
  const alipayKey = createPublicKey(options.publicKey);
  if (ownKey.asymmetricKeyType !== 'rsa' || alipayKey.asymmetricKeyType !== 'rsa')
    throw new Error('Alipay needs two RSA keys');

  function signedParameters(method: string, own: Record<string, string>): Record<string, string> {
    const common = {
      app_id: options.appId,
      method,
      format: 'JSON',
      charset: 'utf-8',
      sign_type: 'RSA2',
      timestamp: beijingTime(options.now()),
      version: '1.0',
    };
    const signature = sign('sha256', Buffer.from(signedText({ ...common, ...own })), ownKey);
    return { ...common, sign: signature.toString('base64') };
  }

  return {
    async ask(method, own) {
      const url = new URL(base);
      url.search = new URLSearchParams(signedParameters(method, own)).toString();
      const text = await askPlatform(url, new URLSearchParams(own));
      const answer = rawMember(text, `${method.replaceAll('.', '_')}_response`);
      if (answer === undefined) return { error: rawMember(text, 'error_response') };
      const claimed = readJson(text, Signed)?.sign ?? '';
      if (!verify('sha256', Buffer.from(answer), alipayKey, Buffer.from(claimed, 'base64')))
        throw platformUnavailable('the answer is not signed by Alipay');
      return { answer };
    },
    pageUrl: (method, own) => `${base}?${new URLSearchParams({ ...signedParameters(method, own), ...own })}`,
  };
}

/** The JSON of a text, where it fits the schema. */
export function readJson<T>(text: string, schema: { Check(value: unknown): value is T }): T | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return schema.Check(value) ? value : undefined;
  } catch {
    return undefined;
  }
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
