import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { SigningKey } from './stand-in-authority.ts';

/**
 * A key that signs with the platform's own cryptography, so that whoever plays the other side costs little.
 * @param given a private P-256 JWK; a fresh one where absent
 */
export function makeSigningKey(
  given?: import('node:crypto').webcrypto.JsonWebKey,
): SigningKey & { privateKey: KeyObject } {
  const privateKey =
    given === undefined
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
      : createPrivateKey({ key: given, format: 'jwk' });
  const { x = '', y = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return {
    jwk: { kty: 'EC', crv: 'P-256', x, y },
    privateKey,
    sign(header, claims) {
      const input = `${part({ alg: 'ES256', ...header })}.${part(claims)}`;
      const signature = sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
      return `${input}.${signature.toString('base64url')}`;
    },
  };
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
