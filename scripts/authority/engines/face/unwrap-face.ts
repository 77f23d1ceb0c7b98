import { type Flat, type Point, TEXTURE_SIDE } from './face-observation.ts';
import { at } from './face-shape.ts';
import type { Picture } from './read-picture.ts';

/** How the mesh is laid out flat: corners of the triangles, and the place of each point in a unit square. */
export interface FaceLayout {
  triangles: readonly (readonly [number, number, number])[];
  places: readonly Flat[];
}

/** A triangle seen at under this share of its expected size faces away from the camera. */
const LEAST_SHARE = 0.35;

const area = (a: readonly number[], b: readonly number[], c: readonly number[]): number =>
  (at(b, 0) - at(a, 0)) * (at(c, 1) - at(a, 1)) - (at(c, 0) - at(a, 0)) * (at(b, 1) - at(a, 1));

const brightness = ({ rgb, width, height }: Picture, x: number, y: number): number => {
  const column = Math.min(width - 1, Math.max(0, Math.round(x)));
  const row = Math.min(height - 1, Math.max(0, Math.round(y)));
  const p = (row * width + column) * 3;
  return 0.299 * (rgb[p] ?? 0) + 0.587 * (rgb[p + 1] ?? 0) + 0.114 * (rgb[p + 2] ?? 0);
};

/** Lays the skin of a face out flat, so that the same spot of skin is at the same place in every picture. */
export function unwrapFace(
  picture: Picture,
  mesh: readonly Point[],
  { triangles, places }: FaceLayout,
): Float32Array {
  const texture = new Float32Array(TEXTURE_SIDE * TEXTURE_SIDE).fill(Number.NaN);
  const shares = triangles.map(([a, b, c]) => {
    const flat = area(at(places, a), at(places, b), at(places, c));
    return flat === 0 ? 0 : area(at(mesh, a), at(mesh, b), at(mesh, c)) / flat;
  });
  const sorted = [...shares].sort((x, y) => x - y);
  const usual = at(sorted, Math.floor(sorted.length / 2));
  triangles.forEach(([a, b, c], index) => {
    if (at(shares, index) / usual < LEAST_SHARE) return;
    const corners = [a, b, c].map((point) => at(places, point).map((v) => v * (TEXTURE_SIDE - 1)));
    const [p = [], q = [], r = []] = corners;
    const whole = area(p, q, r);
    const range = (axis: 0 | 1): [number, number] => {
      const values = corners.map((corner) => at(corner, axis));
      return [Math.ceil(Math.min(...values)), Math.floor(Math.max(...values))];
    };
    const [left, right] = range(0);
    const [top, bottom] = range(1);
    for (let y = top; y <= bottom; y++) {
      for (let x = left; x <= right; x++) {
        const l = area([x, y], q, r) / whole;
        const m = area(p, [x, y], r) / whole;
        const n = 1 - l - m;
        if (l < 0 || m < 0 || n < 0) continue;
        const u = l * at(mesh, a)[0] + m * at(mesh, b)[0] + n * at(mesh, c)[0];
        const v = l * at(mesh, a)[1] + m * at(mesh, b)[1] + n * at(mesh, c)[1];
        texture[y * TEXTURE_SIDE + x] = brightness(picture, u, v);
      }
    }
  });
  return texture;
}
