import { describe, expect, it } from 'vitest';
import type { Flat, Point } from './face-observation.ts';
import { shapeOf } from './face-shape.ts';
import { fitHomography, flatMovement, sendPoint } from './flat-movement.ts';

/** A made-up head: points on half an egg, eyes at 33 and 263, the nose tip (1) well in front. */
const head: Point[] = Array.from({ length: 468 }, (_, index): Point => {
  const across = ((index * 37) % 100) / 50 - 1;
  const down = ((index * 61) % 100) / 50 - 1;
  return [across * 70, down * 90, 60 * (across ** 2 + down ** 2)];
});
head[33] = [-45, -25, 15];
head[263] = [45, -25, 15];
head[1] = [0, 15, -35];

const turned = (points: readonly Point[], degrees: number): Point[] => {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  return points.map(([x, y, z]): Point => [x * cos + z * sin, y, z * cos - x * sin]);
};
const seenBy = (points: readonly Point[], distance = 600): Point[] =>
  points.map(([x, y, z]): Point => [(x * distance) / (distance + z), (y * distance) / (distance + z), z]);

describe('the movement of a flat picture', () => {
  it('finds the homography between two lists of points', () => {
    const h = [1.1, 0.05, 3, -0.02, 0.95, -4, 0.0004, -0.0003];
    const from: Flat[] = [
      [0, 0],
      [100, 0],
      [0, 100],
      [100, 100],
      [40, 70],
      [10, 90],
    ];
    const found = fitHomography(
      from,
      from.map((point) => sendPoint(h, point)),
    );
    found.forEach((value, index) => {
      expect(value).toBeCloseTo(h[index] ?? 0, 4);
    });
  });

  it('explains a tilted print wholly', () => {
    const print = head.map(([x, y]): Point => [x, y, 0]);
    const { moved, residual } = flatMovement(shapeOf(seenBy(print)), shapeOf(seenBy(turned(print, 35))));
    expect(moved).toBeGreaterThan(0.03);
    expect(residual).toBeLessThan(0.01);
  });

  it('does not explain a head that turns', () => {
    const { residual } = flatMovement(shapeOf(seenBy(head)), shapeOf(seenBy(turned(head, 20))));
    expect(residual).toBeGreaterThan(0.06);
  });

  it('sees no movement in the same face elsewhere, larger and tilted in the plane', () => {
    const elsewhere = seenBy(head).map(
      ([x, y, z]): Point => [1.3 * x - 0.2 * y + 50, 0.2 * x + 1.3 * y - 9, z],
    );
    expect(flatMovement(shapeOf(seenBy(head)), shapeOf(elsewhere)).moved).toBeLessThan(1e-6);
  });
});
