import { describe, expect, it } from 'vitest';
import { frameTimes } from './frame-times.ts';

describe('when frames are taken', () => {
  it('leaves the person time to do what the prompt asks before the first frame', () => {
    expect(frameTimes('prompt', { frames: 4, longest: 6_000 })).toEqual([1_200, 2_200, 3_200, 4_200]);
  });

  it('takes neutral frames within a second and a half', () => {
    expect(frameTimes('neutral', { frames: 3, longest: 3_000 })).toEqual([500, 950, 1_400]);
  });

  it('ends before a short window does', () => {
    expect(frameTimes('prompt', { frames: 3, longest: 1_000 }).at(-1)).toBeLessThan(1_000);
  });

  it('takes a single frame after the reaction time', () => {
    expect(frameTimes('prompt', { frames: 1, longest: 6_000 })).toEqual([1_200]);
  });
});
