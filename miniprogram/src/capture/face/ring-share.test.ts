import { describe, expect, it } from 'vitest';
import { ringShare } from './ring-share.ts';

const second = { step: 2, steps: 3, lasts: 4_000 };

describe('the ring round the oval', () => {
  it('moves on smoothly within a step', () => {
    expect(ringShare(second, 0)).toBeCloseTo(1 / 3);
    expect(ringShare(second, 2_000)).toBeCloseTo(1 / 2);
  });

  it('does not show a step as done before the next one has begun', () => {
    expect(ringShare(second, 60_000)).toBeLessThan(2 / 3);
    expect(ringShare({ ...second, step: 3 }, 60_000)).toBeLessThan(1);
  });

  it('does not run backwards where the clock does', () => {
    expect(ringShare(second, -500)).toBeCloseTo(1 / 3);
  });
});
