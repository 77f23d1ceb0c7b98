import { sha256 } from '@noble/hashes/sha2.js';
import { encodeBase64url } from '../bytes/base64url.ts';
import { drawRandom, type Random } from '../bytes/random.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import type { PublicJwk } from './public-jwk.ts';
import { signEs256 } from './sign-es256.ts';

export interface DpopInput {
  key: { privateKey: Uint8Array; publicJwk: PublicJwk };
  method: string;
  /** The absolute URL of the request; query and fragment are left out of the proof. */
  url: string;
  accessToken?: string;
  /** The server's last `DPoP-Nonce`. */
  nonce?: string;
  /** Epoch milliseconds. */
  now: number;
  random: Random;
}

/** A DPoP proof (RFC 9449 section 4.2) for one request. */
export function makeDpopProof({ key, method, url, accessToken, nonce, now, random }: DpopInput): string {
  const { kty, crv, x, y } = key.publicJwk;
  return signEs256({
    header: { typ: 'dpop+jwt', jwk: { kty, crv, x, y } },
    payload: {
      jti: encodeBase64url(drawRandom(random, 16)),
      htm: method.toUpperCase(),
      htu: url.replace(/[?#].*$/s, ''),
      iat: Math.floor(now / 1000),
      ...(accessToken === undefined ? {} : { ath: encodeBase64url(sha256(encodeUtf8(accessToken))) }),
      ...(nonce === undefined ? {} : { nonce }),
    },
    privateKey: key.privateKey,
  });
}
