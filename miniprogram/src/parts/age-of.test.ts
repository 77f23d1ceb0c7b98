import { describe, expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { ageOf } from './age-of.ts';

const second = 1000;
const at = 1_790_000_000_000;
const later = (seconds: number) => ageOf(at, at + seconds * second);

describe('how old a verdict on a phone is', () => {
  it('is said in words, so that a screenshot is worth nothing', () => {
    expect(
      [0, 2.9, 3, 12, 59, 60, 3_599, 3_600, 86_399, 86_400, 200_000].map((age) => later(age).ago.en),
    ).toEqual([
      'just now',
      'just now',
      '3 s ago',
      '12 s ago',
      '59 s ago',
      '1 min ago',
      '59 min ago',
      '1 hour ago',
      '23 hours ago',
      '1 day ago',
      '2 days ago',
    ]);
    expect(later(12).ago.zh).toBe('12 秒前');
    expect(later(7_200).ago.zh).toBe('2 小时前');
  });

  it('takes its colour away from the limit on, and never gives it back', () => {
    expect(ageOf(at, at + limits.verdictAges - 1).aged).toBe(false);
    expect(ageOf(at, at + limits.verdictAges).aged).toBe(true);
    expect(later(1_000_000).aged).toBe(true);
  });

  it('is never below nothing where the clock is behind', () => {
    expect(ageOf(at, at - 5_000)).toEqual({ aged: false, ago: { zh: '刚刚', en: 'just now' } });
  });
});
