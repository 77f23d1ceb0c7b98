import { beforeEach, describe, expect, it } from 'vitest';
import * as limits from '../../../../../shared/limits.ts';
import { makeNonces, type Nonces } from './nonce.ts';

let time: number;
let nonces: Nonces;
const begin = (byte = 7) => makeNonces({ now: () => time, secret: new Uint8Array(32).fill(byte) });
beforeEach(() => {
  time = 1_800_000_000_000;
  nonces = begin();
});

describe('a nonce', () => {
  it('counts for twice its lifetime, and another takes its place meanwhile', () => {
    const first = nonces.current();
    time += limits.dpopNonceLifetime - 1;
    expect(nonces.current()).toBe(first);
    time += limits.dpopNonceLifetime;
    expect(nonces.current()).not.toBe(first);
    expect(nonces.accepts(first)).toBe(true);
    time += 1;
    expect(nonces.accepts(first)).toBe(false);
  });

  it('counts in every process of its secret that had begun when it was made, and in none that begins later', () => {
    const [other, stranger] = [begin(), begin(8)];
    time += limits.dpopNonceLifetime;
    const nonce = nonces.current();
    expect(other.accepts(nonce)).toBe(true);
    expect(stranger.accepts(nonce)).toBe(false);
    time += 1;
    expect(begin().accepts(nonce)).toBe(false);
  });
});

describe('a clock that is set back', () => {
  it.each([
    ['a little', limits.clockSkew],
    ['to before the process began', 24 * 60 * 60_000],
    ['by less than the process has run', limits.dpopNonceLifetime],
  ])('%s keeps nobody out', (_, by) => {
    time += 2 * limits.dpopNonceLifetime;
    nonces.current();
    time -= by;
    const nonce = nonces.current();
    expect(nonces.accepts(nonce)).toBe(true);
    time += limits.dpopNonceLifetime;
    expect(nonces.accepts(nonces.current())).toBe(true);
  });

  it('brings back no nonce that was made before the process began', () => {
    const before = nonces.current();
    time += 1;
    const next = begin();
    time -= limits.clockSkew;
    next.current();
    expect(next.accepts(before)).toBe(false);
  });
});
