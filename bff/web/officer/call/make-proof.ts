import { sha256 } from '@noble/hashes/sha2.js';
import { encodeBase64url } from '../../../../shared/bytes/base64url.ts';
import { encodeUtf8 } from '../../../../shared/bytes/utf8.ts';
import type { BrowserKey } from './browser-key.ts';
import { signJws } from './sign-jws.ts';

interface Proved {
  method: string;
  /** Absolute; query and fragment are left out of the proof. */
  url: string;
  token?: string | undefined;
  /** The server's last `DPoP-Nonce`. */
  nonce?: string | undefined;
  /** Epoch milliseconds. */
  now: number;
}

/** A DPoP proof (RFC 9449 section 4.2) for one request, by a key that the browser signs with and does not hand out. */
export async function makeProof(
  key: BrowserKey,
  { method, url, token, nonce, now }: Proved,
): Promise<string> {
  return await signJws(key, {
    header: { typ: 'dpop+jwt', jwk: key.publicJwk },
    payload: {
      jti: encodeBase64url(crypto.getRandomValues(new Uint8Array(16))),
      htm: method,
      htu: url.replace(/[?#].*$/s, ''),
      iat: Math.floor(now / 1000),
      ...(token === undefined ? {} : { ath: encodeBase64url(sha256(encodeUtf8(token))) }),
      ...(nonce === undefined ? {} : { nonce }),
    },
  });
}
