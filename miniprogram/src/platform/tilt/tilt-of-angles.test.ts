import { describe, expect, it } from 'vitest';
import * as limits from '../../../../shared/limits.ts';
import { type Tilt, tiltOfAngles } from './tilt-of-angles.ts';

function watched() {
  const told: Tilt[] = [];
  let at = 0;
  const hear = tiltOfAngles(
    (tilt) => told.push(tilt),
    () => at,
  );
  return {
    told,
    held(beta: number | null, gamma: number | null, after: number = limits.tiltEvery) {
      at += after;
      hear({ beta, gamma });
    },
  };
}

describe('how a phone is held', () => {
  it('is in the middle half upright, and at an end from there on', () => {
    const { told, held } = watched();
    held(45, 0);
    held(180, -90);
    expect(told).toEqual([
      { across: 0, along: 0 },
      { across: -1, along: 1 },
    ]);
  });

  it('is not told too often, nor where it hardly moved', () => {
    const { told, held } = watched();
    held(45, 0);
    held(45, 20, limits.tiltEvery - 1);
    expect(told).toHaveLength(1);
    held(45, 0.5);
    expect(told).toHaveLength(1);
    held(45, 20);
    expect(told).toHaveLength(2);
  });

  it('is not told by a device that has no angles', () => {
    const { told, held } = watched();
    held(null, null);
    expect(told).toEqual([]);
  });
});
