import { SAME_PICTURE } from './bands.ts';
import type { FaceObservation, Flat } from './face-observation.ts';
import { at, mouthOpening } from './face-shape.ts';

/** Points that keep their place on the skull: forehead, nose, corners of the eyes, temples, cheekbones. */
const RIGID = [
  10, 151, 9, 8, 168, 6, 197, 195, 5, 4, 1, 2, 33, 133, 263, 362, 127, 356, 234, 454, 93, 323, 116, 345, 50,
  280, 205, 425, 129, 358, 98, 327, 54, 284, 162, 389, 103, 332,
];

/** Solves a small square system by elimination; a row without pivot leaves its unknown at 0. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const rest = rows.slice(column).map((row) => Math.abs(row[column] ?? 0));
    const pivot = column + rest.indexOf(Math.max(...rest));
    const chosen = at(rows, pivot);
    rows[pivot] = at(rows, column);
    rows[column] = chosen;
    const lead = at(chosen, column);
    if (Math.abs(lead) < 1e-12) continue;
    rows.forEach((row, index) => {
      if (index === column) return;
      const factor = at(row, column) / lead;
      for (let k = column; k <= size; k++) row[k] = at(row, k) - factor * at(chosen, k);
    });
  }
  return rows.map((row, index) => (Math.abs(at(row, index)) < 1e-12 ? 0 : at(row, size) / at(row, index)));
}

/** The homography (8 numbers, h33 = 1) that lays `from` on `to` with the least squared algebraic error. */
export function fitHomography(from: readonly Flat[], to: readonly Flat[]): number[] {
  const sums = Array.from({ length: 8 }, () => new Array<number>(8).fill(0));
  const right = new Array<number>(8).fill(0);
  const add = (row: readonly number[], value: number): void => {
    row.forEach((a, i) => {
      row.forEach((b, j) => {
        at(sums, i)[j] = at(at(sums, i), j) + a * b;
      });
      right[i] = at(right, i) + a * value;
    });
  };
  from.forEach(([x, y], index) => {
    const [u, v] = at(to, index);
    add([x, y, 1, 0, 0, 0, -u * x, -u * y], u);
    add([0, 0, 0, x, y, 1, -v * x, -v * y], v);
  });
  return solve(sums, right);
}

/** Where a homography sends a point. */
export function sendPoint(h: readonly number[], [x, y]: Flat): Flat {
  const w = at(h, 6) * x + at(h, 7) * y + 1;
  return [(at(h, 0) * x + at(h, 1) * y + at(h, 2)) / w, (at(h, 3) * x + at(h, 4) * y + at(h, 5)) / w];
}

/** Root mean square distance between two lists of points of one length. */
const apart = (a: readonly Flat[], b: readonly Flat[]): number =>
  Math.sqrt(
    a.reduce((sum, [x, y], index) => sum + (x - at(b, index)[0]) ** 2 + (y - at(b, index)[1]) ** 2, 0) /
      a.length,
  );

/**
 * How much the rigid points of a face moved between two shapes, and how much of it the movement of a flat picture
 * (any homography) leaves unexplained. Both in distances between the eyes.
 */
export function flatMovement(
  before: readonly Flat[],
  after: readonly Flat[],
): { moved: number; residual: number } {
  const from = RIGID.map((index) => at(before, index));
  const to = RIGID.map((index) => at(after, index));
  const h = fitHomography(from, to);
  const sent = from.map((point) => sendPoint(h, point));
  return { moved: apart(from, to), residual: apart(sent, to) };
}

/** Two frames show one and the same still: between them the face moved at most as a flat picture does, and the mouth not at all. */
export function samePicture(a: FaceObservation, b: FaceObservation): boolean {
  if (Math.abs(mouthOpening(a.shape) - mouthOpening(b.shape)) > 0.08) return false;
  return flatMovement(a.shape, b.shape).residual <= SAME_PICTURE.mostResidual;
}

/** How many really different pictures there are among the frames. */
export function countPictures(faces: readonly FaceObservation[]): number {
  const kinds: FaceObservation[] = [];
  for (const face of faces) if (!kinds.some((known) => samePicture(known, face))) kinds.push(face);
  return kinds.length;
}
