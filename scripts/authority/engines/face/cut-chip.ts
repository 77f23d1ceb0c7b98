import { alignPoints } from './align-points.ts';
import type { Point } from './face-observation.ts';
import type { Picture } from './read-picture.ts';

export const CHIP_SIDE = 150;

/** Mesh points that stand for dlib's five: outer and inner corner of the eye on the right of the picture, same on the left, base of the nose. */
const FIVE = [263, 362, 33, 133, 2];
/** dlib's mean shape of these five in a unit square, before its padding of a quarter on each side. */
const MEAN_SHAPE: readonly (readonly [number, number])[] = [
  [0.8595674595992, 0.2134981538014],
  [0.6460604764104, 0.2289674387677],
  [0.1205750620789, 0.2137274526848],
  [0.3340850613712, 0.2290642403242],
  [0.4901123135679, 0.6277975316475],
];
const PADDING = 0.25;
const inChip = (p: number): number => ((p + PADDING) / (1 + 2 * PADDING)) * CHIP_SIDE;

/** Cuts the face out of a picture, upright and at the scale that the embedding was trained on: RGB, CHIP_SIDE squared, 0-255. */
export function cutChip({ rgb, width, height }: Picture, mesh: readonly Point[]): Float32Array {
  const target = FIVE.map((index) => mesh[index] ?? [0, 0, 0]);
  const { a, b, dx, dy } = alignPoints(
    MEAN_SHAPE.map(([x, y]) => [inChip(x), inChip(y)]),
    target.map(([x, y]) => [x, y]),
  );
  const chip = new Float32Array(CHIP_SIDE * CHIP_SIDE * 3);
  const steps = Math.min(4, Math.max(1, Math.round(Math.hypot(a, b))));
  let at = 0;
  for (let row = 0; row < CHIP_SIDE; row++) {
    for (let column = 0; column < CHIP_SIDE; column++) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let v = 0; v < steps; v++) {
        for (let u = 0; u < steps; u++) {
          const cx = column + (u + 0.5) / steps;
          const cy = row + (v + 0.5) / steps;
          const x = Math.min(width - 1.001, Math.max(0, a * cx - b * cy + dx - 0.5));
          const y = Math.min(height - 1.001, Math.max(0, b * cx + a * cy + dy - 0.5));
          const x0 = Math.floor(x);
          const y0 = Math.floor(y);
          const fx = x - x0;
          const fy = y - y0;
          const p = (y0 * width + x0) * 3;
          const q = p + width * 3;
          const nw = (1 - fx) * (1 - fy);
          const ne = fx * (1 - fy);
          const sw = (1 - fx) * fy;
          const se = fx * fy;
          red += nw * (rgb[p] ?? 0) + ne * (rgb[p + 3] ?? 0) + sw * (rgb[q] ?? 0) + se * (rgb[q + 3] ?? 0);
          green +=
            nw * (rgb[p + 1] ?? 0) + ne * (rgb[p + 4] ?? 0) + sw * (rgb[q + 1] ?? 0) + se * (rgb[q + 4] ?? 0);
          blue +=
            nw * (rgb[p + 2] ?? 0) + ne * (rgb[p + 5] ?? 0) + sw * (rgb[q + 2] ?? 0) + se * (rgb[q + 5] ?? 0);
        }
      }
      const share = 1 / (steps * steps);
      chip[at++] = red * share;
      chip[at++] = green * share;
      chip[at++] = blue * share;
    }
  }
  return chip;
}
