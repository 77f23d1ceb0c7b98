import { sha256 } from '@noble/hashes/sha2.js';
import { encodeBase64url } from '../bytes/base64url.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { type PublicJwk, pointOf } from './public-jwk.ts';

/** The JWK thumbprint (RFC 7638) with SHA-256, base64url, of the point that the key is. @throws JwsError `key-invalid` */
export function thumbprint(jwk: PublicJwk): string {
  const point = pointOf(jwk);
  const [x, y] = [encodeBase64url(point.subarray(1, 33)), encodeBase64url(point.subarray(33))];
  const members = JSON.stringify({ crv: 'P-256', kty: 'EC', x, y });
  return encodeBase64url(sha256(encodeUtf8(members)));
}
