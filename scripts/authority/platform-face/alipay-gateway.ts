import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { platformUnavailable, postToPlatform } from './post-to-platform.ts';

export interface AlipayGatewayOptions {
  /** The gateway's host; the path `/gateway.do` is added. */
  url: string;
  appId: string;
  /** The authority's own RSA key, PEM. */
  privateKey: string;
  /** Alipay's RSA key, PEM: its answers are signed with it. */
  publicKey: string;
  now: () => number;
}

export interface AlipayGateway {
  /**
   * One call: what stands under Alipay's signature.
   * @throws Problem platform-unavailable, also where Alipay reports an error or the signature is not right
   */
  ask(method: string, content: object): Promise<unknown>;
  /** The signed address that a page of Alipay is opened with. */
  pageUrl(method: string, content: object): string;
}

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
    async ask(method, content) {
      const own = { biz_content: JSON.stringify(content) };
      const url = new URL(base);
      url.search = new URLSearchParams(signedParameters(method, own)).toString();
      const text = await postToPlatform(url, new URLSearchParams(own));
      const answer = rawMember(text, `${method.replaceAll('.', '_')}_response`);
      const signature = answer === undefined ? '' : signatureOf(text);
      if (
        answer === undefined ||
        !verify('sha256', Buffer.from(answer), alipayKey, Buffer.from(signature, 'base64'))
      )
        throw platformUnavailable('nothing that is signed by Alipay');
      return parsed(answer);
    },
    pageUrl(method, content) {
      const own = { biz_content: JSON.stringify(content) };
      return `${base}?${new URLSearchParams({ ...signedParameters(method, own), ...own })}`;
    },
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function signatureOf(json: string): string {
  const answer = parsed(json);
  const { sign: signature } =
    typeof answer === 'object' && answer !== null && 'sign' in answer ? answer : { sign: '' };
  return typeof signature === 'string' ? signature : '';
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

/**
 * The text, byte for byte, of the object that is the member `name` of the outermost object, as Alipay signs it; undefined
 * where there is none. Text in strings, however it looks, is never taken for a member.
 */
function rawMember(json: string, name: string): string | undefined {
  let depth = 0;
  let start = -1;
  let previous = '';
  for (const { 0: token, index } of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:,]/g)) {
    if (token === '{' || token === '[') {
      if (start < 0 && depth === 1 && token === '{' && previous === `"${name}":`) start = index;
      depth += 1;
    } else if (token === '}' || token === ']') {
      depth -= 1;
      if (start >= 0 && depth === 1) return json.slice(start, index + 1);
    }
    previous = token === ':' ? `${previous}:` : token;
  }
  return undefined;
}
