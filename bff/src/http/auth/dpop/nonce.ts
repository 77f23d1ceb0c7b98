import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import * as limits from '../../../../../shared/limits.ts';

/** The server's DPoP nonces (RFC 9449 section 8). */
export interface Nonces {
  /** What a new proof must carry. */
  current(): string;
  /** Whether a proof made just now may carry it. */
  accepts(nonce: string): boolean;
}

const pattern = /^([0-9a-z]{1,11})\.([A-Za-z0-9_-]{22})$/;

/**
 * Nonces that change every `limits.dpopNonceLifetime` and count for twice as long, stored nowhere: each is the time of its making
 * and the HMAC of that time. The key is derived from the secret that all processes of one BFF share, so that a phone may be
 * answered by any of them.
 *
 * A process takes no nonce that is older than itself. Whatever made the database forget which proofs were used ended all
 * processes on that machine too, so that proofs made before are refused by their nonce, and the phone makes another. Where the
 * machine's clock is set back behind that start, the process counts as begun then: it goes on with nonces of the new time.
 */
export function makeNonces({ now, secret }: { now: () => number; secret: Uint8Array }): Nonces {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'liangzheng dpop nonce', 32));
  const macOf = (time: string) => createHmac('sha256', key).update(time).digest('base64url').slice(0, 22);
  let started = now();
  let made = Number.NaN;
  let current = '';
  const clock = () => {
    const time = now();
    if (time < started - limits.clockSkew) started = time;
    return time;
  };
  return {
    current() {
      const time = clock();
      if (!(time >= made - limits.clockSkew && time < made + limits.dpopNonceLifetime)) {
        made = Math.max(started, time - (time % limits.dpopNonceLifetime));
        const text = made.toString(36);
        current = `${text}.${macOf(text)}`;
      }
      return current;
    },
    accepts(nonce) {
      const [, text, mac] = pattern.exec(nonce) ?? [];
      if (text === undefined || mac === undefined) return false;
      const since = Number.parseInt(text, 36);
      const age = clock() - since;
      if (since < started || age < -limits.clockSkew || age >= 2 * limits.dpopNonceLifetime) return false;
      return nonce === current || timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(text)));
    },
  };
}
