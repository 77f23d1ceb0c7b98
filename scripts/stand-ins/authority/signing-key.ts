import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { PublicJwk } from '../../../shared/contract/authority/keys.ts';

/** A P-256 key that signs with the platform's own cryptography, so that whoever plays the other side costs little. */
export interface SigningKey {
  jwk: PublicJwk;
  privateKey: KeyObject;
}

export function makeSigningKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return { jwk: { kty: 'EC', crv: 'P-256', x, y }, privateKey };
}

/** A compact JWS (RFC 7515) with ES256. */
export function signCompact(
  header: { typ: string; [member: string]: unknown },
  claims: object,
  key: SigningKey,
): string {
  const input = `${part({ ...header, alg: 'ES256' })}.${part(claims)}`;
  const signature = sign('sha256', Buffer.from(input), { key: key.privateKey, dsaEncoding: 'ieee-p1363' });
  return `${input}.${signature.toString('base64url')}`;
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
