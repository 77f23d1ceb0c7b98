import { encodeBase64url } from '../../../../shared/bytes/base64url.ts';
import { encodeUtf8 } from '../../../../shared/bytes/utf8.ts';
import type { SignInput } from '../../../../shared/jws/sign-es256.ts';
import type { BrowserKey } from './browser-key.ts';

/** A compact JWS (RFC 7515) with ES256, by a key that the browser signs with and does not hand out. */
export async function signJws(
  { privateKey }: Pick<BrowserKey, 'privateKey'>,
  { header, payload }: Omit<SignInput, 'privateKey'>,
): Promise<string> {
  const input = `${part({ ...header, alg: 'ES256' })}.${part(payload)}`;
  const signed = new TextEncoder().encode(input);
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, signed);
  return `${input}.${encodeBase64url(new Uint8Array(signature))}`;
}

function part(value: object): string {
  return encodeBase64url(encodeUtf8(JSON.stringify(value)));
}
