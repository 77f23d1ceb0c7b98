import { encodeBase64url } from '../bytes/base64url.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { p256 } from './p256.ts';

export interface SignInput {
  /** `typ`, and `kid` or `jwk`; `alg` is added here. */
  header: { readonly typ: string; readonly [member: string]: unknown };
  payload: Readonly<Record<string, unknown>>;
  /** P-256, 32 bytes. */
  privateKey: Uint8Array;
}

/** A compact JWS (RFC 7515) with ES256. The nonce is deterministic (RFC 6979): signing needs no randomness. */
export function signEs256({ header, payload, privateKey }: SignInput): string {
  const input = `${part({ ...header, alg: 'ES256' })}.${part(payload)}`;
  const signature = p256.sign(encodeUtf8(input), privateKey, { lowS: false, extraEntropy: false });
  return `${input}.${encodeBase64url(signature)}`;
}

function part(value: object): string {
  return encodeBase64url(encodeUtf8(JSON.stringify(value)));
}
