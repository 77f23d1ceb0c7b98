import { sha256 } from '@noble/hashes/sha2.js';
import { encodeBase64url } from '../bytes/base64url.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { type PublicJwk, pointOf } from './public-jwk.ts';

/** The JWK thumbprint (RFC 7638) with SHA-256, base64url. @throws JwsError `key-invalid` */
export function thumbprint(jwk: PublicJwk): string {
  pointOf(jwk);
  const members = JSON.stringify({ crv: jwk.crv, kty: jwk.kty, x: jwk.x, y: jwk.y });
  return encodeBase64url(sha256(encodeUtf8(members)));
}
