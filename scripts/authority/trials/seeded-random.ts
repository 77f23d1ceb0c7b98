/** A repeatable stream of numbers in [0, 1) for measuring and tests (mulberry32); never for secrets. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same in -1..1. */
export function seededNoise(seed: number): () => number {
  const random = seededRandom(seed);
  return () => 2 * random() - 1;
}
