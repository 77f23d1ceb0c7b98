import { createHmac } from 'node:crypto';
import type { Random } from '../../../../../shared/bytes/random.ts';
import { limits } from '../../../../../shared/limits.ts';

/** The server's DPoP nonces (RFC 9449 section 8). */
export interface Nonces {
  /** What a new proof must carry. */
  current(): string;
  /** Whether a proof made just now may carry it: the current one or the one before. */
  accepts(nonce: string): boolean;
}

/**
 * Nonces that change every `limits.dpopNonceLifetime`, stored nowhere: each is the HMAC of its period's number.
 * The key is of this process, so that a restart, which forgets the proofs seen, also refuses all proofs made before it.
 */
export function makeNonces({ now, random }: { now: () => number; random: Random }): Nonces {
  const secret = random(32);
  const nonceOf = (period: number) =>
    createHmac('sha256', secret).update(String(period)).digest('base64url').slice(0, 22);
  let period = Number.NaN;
  let current = '';
  let previous = '';
  const turn = () => {
    const present = Math.floor(now() / limits.dpopNonceLifetime);
    if (present === period) return;
    period = present;
    current = nonceOf(present);
    previous = nonceOf(present - 1);
  };
  return {
    current() {
      turn();
      return current;
    },
    accepts(nonce) {
      turn();
      return nonce === current || nonce === previous;
    },
  };
}
