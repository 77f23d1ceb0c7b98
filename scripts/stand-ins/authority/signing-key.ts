import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { SigningKey } from './stand-in-authority.ts';

/** A key that signs with the platform's own cryptography, so that whoever plays the other side costs little. */
export function makeSigningKey(): SigningKey & { privateKey: KeyObject } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
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
