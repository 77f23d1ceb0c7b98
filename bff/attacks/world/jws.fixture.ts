import { createHmac } from 'node:crypto';
import { encodeUtf8 } from '../../../shared/bytes/utf8.ts';
import { p256 } from '../../../shared/jws/p256.ts';

type Part = Record<string, unknown>;

/** The claims of a compact JWS, unchecked. */
export const claimsOf = (jws: string): Part => read(jws, 1);

export const headerOf = (jws: string): Part => read(jws, 0);

function read(jws: string, part: 0 | 1): Part {
  return { ...JSON.parse(Buffer.from(jws.split('.')[part] ?? '', 'base64url').toString()) };
}

const encode = (part: Part) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A JWS "signed" by HMAC: algorithm confusion, where `secret` is what everybody knows of the public key. */
export function macJws(header: Part, claims: Part, secret: string | Uint8Array): string {
  const input = `${encode({ ...header, alg: 'HS256' })}.${encode(claims)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

/** A JWS of the algorithm `none` (RFC 7515 appendix A.5), with or without letters where the signature stands. */
export function unsignedJws(header: Part, claims: Part, signature = ''): string {
  return `${encode({ ...header, alg: 'none' })}.${encode(claims)}.${signature}`;
}

/** The same signature under other claims. */
export function tamperedJws(jws: string, changes: Part): string {
  const [header, , signature] = jws.split('.');
  return `${header}.${encode({ ...claimsOf(jws), ...changes })}.${signature}`;
}

/** A JWS with ES256 over whatever bytes. */
export function signedBytes(header: Part, payload: Uint8Array, privateKey: Uint8Array): string {
  const input = `${encode({ ...header, alg: 'ES256' })}.${Buffer.from(payload).toString('base64url')}`;
  const signature = p256.sign(encodeUtf8(input), privateKey, { lowS: false });
  return `${input}.${Buffer.from(signature).toString('base64url')}`;
}

/** Claims of which one text is no UTF-8: what a lenient reader turns into U+FFFD. */
export function brokenUtf8(claims: Part): Uint8Array {
  const text = JSON.stringify({ ...claims, note: '#' });
  const bytes = Buffer.from(text);
  bytes[text.lastIndexOf('#')] = 0xff;
  return new Uint8Array(bytes);
}
