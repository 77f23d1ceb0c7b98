import { sha256 } from '@noble/hashes/sha2.js';
import { encodeHex } from './hex.ts';

/** Fresh, unpredictable bytes, at once. Throws where there are none: nothing falls back to anything weaker. */
export type Random = (length: number) => Uint8Array;

/** `pool-empty`: refill first. `source-failed`: the source gave nothing, too little, or no randomness. */
export class RandomnessError extends Error {
  readonly code: 'pool-empty' | 'source-failed';

  constructor(code: 'pool-empty' | 'source-failed', message: string) {
    super(message);
    this.name = 'RandomnessError';
    this.code = code;
  }
}

/** Fewer bytes than this cannot be told from a source that repeats one byte. */
const leastFill = 32;

/**
 * Makes a synchronous source out of an asynchronous one, by reading ahead.
 *
 * `fill(n)` asks the platform for n bytes. `refill(n)` adds n bytes (at least 32) to the pool and throws
 * `RandomnessError` when the answer is not n bytes, all the same byte, or what the source gave last time.
 * `random(n)` hands out n bytes once and wipes them from the pool; it throws `RandomnessError` when too few are left.
 */
export function pooledRandom(fill: (length: number) => Promise<Uint8Array>): {
  random: Random;
  refill(length: number): Promise<void>;
} {
  let pool = new Uint8Array(0);
  let lastDigest = '';

  function random(length: number): Uint8Array {
    if (!Number.isInteger(length) || length < 1) throw new RangeError('random: ask for one byte or more');
    if (length > pool.length)
      throw new RandomnessError('pool-empty', 'random: the pool is empty, refill it first');
    const bytes = pool.slice(0, length);
    pool.fill(0, 0, length);
    pool = pool.subarray(length);
    return bytes;
  }

  async function refill(length: number): Promise<void> {
    const wanted = Math.max(length, leastFill);
    const filled = checkRandom(await fill(wanted), wanted);
    const digest = encodeHex(sha256(filled));
    if (digest === lastDigest)
      throw new RandomnessError('source-failed', 'random: the source repeats itself');
    lastDigest = digest;
    const joined = new Uint8Array(pool.length + filled.length);
    joined.set(pool);
    joined.set(filled, pool.length);
    pool.fill(0);
    filled.fill(0);
    pool = joined;
  }

  return { random, refill };
}

/**
 * Draws bytes for a key or a nonce, at least 12 of them, and does not take them on trust.
 * @throws RandomnessError when the source gives something else than so many bytes, or one byte all over
 */
export function drawRandom(random: Random, length: number): Uint8Array {
  return checkRandom(random(length), length);
}

/** The type says bytes, but the shims of some platforms answer with nothing. */
function checkRandom(bytes: unknown, length: number): Uint8Array {
  if (!isBytes(bytes)) throw new RandomnessError('source-failed', 'random: the source gave no bytes');
  if (bytes.length !== length)
    throw new RandomnessError('source-failed', 'random: not as many bytes as asked for');
  if (bytes.every((byte) => byte === bytes[0])) {
    throw new RandomnessError('source-failed', 'random: the source repeats one byte');
  }
  return bytes;
}

function isBytes(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]';
}
