import { describe, expect, it } from 'vitest';
import { frameTimes, mostChanged } from './window-frames.ts';

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

const grey = (value: number) => new Uint8Array(4).fill(value);

describe('the frames in which a prompt is done', () => {
  it('are those that differ the most, in the order in which they were taken', () => {
    expect(mostChanged(grey(10), [10, 90, 12, 60, 11].map(grey), 2)).toEqual([1, 3]);
  });

  it('are the later ones where nothing moved', () => {
    expect(mostChanged(grey(10), [10, 10, 10].map(grey), 2)).toEqual([1, 2]);
  });

  it('are all where there are no more than asked for', () => {
    expect(mostChanged(grey(10), [grey(1)], 4)).toEqual([0]);
  });
});
