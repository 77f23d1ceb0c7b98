import { describe, expect, it } from 'vitest';
import { mayBeValidUntil, validityEnd } from './card-validity.ts';

describe('the validity of a card', () => {
  it('runs through its last day in China', () => {
    expect(validityEnd('2026-12-31')).toBe(Date.UTC(2026, 11, 31, 16));
    expect(validityEnd('2028-02-29')).toBe(Date.UTC(2028, 1, 29, 16));
    expect(validityEnd('long-term')).toBeUndefined();
  });

  it.each([
    ['2012-06-15', '2031-11-20', true],
    ['2012-06-15', '2031-11-21', false],
    ['2010-11-20', '2036-11-20', true],
    ['2010-11-21', '2036-11-20', false],
    ['2000-11-21', '2036-11-20', true],
    ['2000-11-21', '2036-11-21', false],
    ['1999-04-12', '2046-11-20', true],
    ['1999-04-12', 'long-term', false],
    ['1980-11-20', 'long-term', true],
    ['1980-11-21', 'long-term', false],
    ['1950-01-01', '2099-12-31', true],
  ])('of somebody born on %s can be until %s: %s', (birthDate, validUntil, may) => {
    // 20 November 2026, nine in the evening in China.
    expect(mayBeValidUntil(validUntil, birthDate, Date.UTC(2026, 10, 20, 13))).toBe(may);
  });
});
