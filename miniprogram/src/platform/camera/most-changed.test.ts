import { describe, expect, it } from 'vitest';
import { mostChanged } from './most-changed.ts';

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
