import { describe, expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { secondsShown } from './seconds-shown.ts';

describe('a deadline that can cost somebody something', () => {
  it('is not shown earlier than 20 seconds before it, so that nobody is hurried', () => {
    expect(limits.deadlineShown).toBe(20_000);
    expect(secondsShown(20_001)).toBeUndefined();
    expect(secondsShown(undefined)).toBeUndefined();
  });

  it('is shown for all of its last 20 seconds, in whole seconds, and never below none', () => {
    for (let left = 20; left > 0; left--) expect(secondsShown(left * 1000)).toBe(left);
    expect(secondsShown(1)).toBe(1);
    expect(secondsShown(-5_000)).toBe(0);
  });
});
