import { describe, expect, it } from 'vitest';
import { settling, shownAtLeast, steadyHint } from './steady-hint.ts';

describe('a steady hint', () => {
  it('is not shown for what is seen for a blink only', () => {
    const steady = steadyHint();
    steady(undefined, 0);
    steady('hold-still', 1_000);
    steady('hold-still', 1_000 + settling - 100);
    expect(steady(undefined, 1_000 + settling)).toBeUndefined();
  });

  it('is shown for what lasts', () => {
    const steady = steadyHint();
    steady('more-light', 0);
    expect(steady('more-light', settling)).toBe('more-light');
  });

  it('stays long enough to be read, and at least a second', () => {
    const steady = steadyHint();
    steady('more-light', 0);
    steady('more-light', 600);
    expect(steady(undefined, 700)).toBe('more-light');
    expect(steady(undefined, 600 + shownAtLeast - 1)).toBe('more-light');
    expect(steady(undefined, 600 + shownAtLeast)).toBeUndefined();
    expect(shownAtLeast).toBeGreaterThanOrEqual(1_000);
  });

  it('does not flicker between two that come and go', () => {
    const steady = steadyHint();
    const shown = Array.from({ length: 50 }, (_, i) =>
      steady(i % 2 === 0 ? 'more-light' : 'hold-still', i * 200),
    );
    expect(new Set(shown)).toEqual(new Set([undefined]));
  });
});
