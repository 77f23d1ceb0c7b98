import { describe, expect, it } from 'vitest';
import { pairedRatio, percentile, spread } from './figures.ts';

describe('the figures of the bench', () => {
  it('give the middle of what was measured, whatever its order', () => {
    expect(spread([9, 1, 5])).toEqual({ median: 5, min: 1, max: 9 });
    expect(spread([4, 1, 3, 2]).median).toBe(2.5);
  });

  it('give the value that so many percent do not exceed', () => {
    const values = Array.from({ length: 200 }, (_, index) => index + 1);
    expect(percentile(values, 99)).toBe(198);
    expect(percentile([7], 99)).toBe(7);
  });

  it('compare what was measured side by side, so that a slow round does not count twice', () => {
    expect(pairedRatio([1, 10, 1], [2, 20, 2])).toEqual({ median: 0.5, min: 0.5, max: 0.5 });
  });

  it('refuse to compare rounds without a partner, and to sum up nothing', () => {
    expect(() => pairedRatio([1], [1, 2])).toThrow(RangeError);
    expect(() => spread([])).toThrow(RangeError);
  });
});
