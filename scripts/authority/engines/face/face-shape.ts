import type { Flat, Point } from './face-observation.ts';

const LEFT_EYE_IN_PICTURE = 33;
const RIGHT_EYE_IN_PICTURE = 263;

/** The point with this number; a mesh has 468 of them. */
export function at<P>(points: readonly P[], index: number): P {
  const point = points[index];
  if (point === undefined) throw new RangeError(`the face mesh has no point ${index}`);
  return point;
}

/** Pixels between the outer corners of the eyes. */
export function eyeDistanceOf(mesh: readonly Point[]): number {
  const [ax, ay] = at(mesh, LEFT_EYE_IN_PICTURE);
  const [bx, by] = at(mesh, RIGHT_EYE_IN_PICTURE);
  return Math.hypot(bx - ax, by - ay);
}

/** Takes place, size and roll out of a mesh: eyes level, origin between them, 1 = the distance between them. */
export function shapeOf(mesh: readonly Point[]): Flat[] {
  const [ax, ay] = at(mesh, LEFT_EYE_IN_PICTURE);
  const [bx, by] = at(mesh, RIGHT_EYE_IN_PICTURE);
  const size = (bx - ax) ** 2 + (by - ay) ** 2 || 1;
  const cos = (bx - ax) / size;
  const sin = (by - ay) / size;
  const cx = (ax + bx) / 2;
  const cy = (ay + by) / 2;
  return mesh.map(([x, y]): Flat => [(x - cx) * cos + (y - cy) * sin, (y - cy) * cos - (x - cx) * sin]);
}

/** The mean of several shapes, point by point. */
export function meanShape(shapes: readonly (readonly Flat[])[]): Flat[] {
  const [first = []] = shapes;
  return first.map((_, index): Flat => {
    let x = 0;
    let y = 0;
    for (const shape of shapes) {
      const point = at(shape, index);
      x += point[0] / shapes.length;
      y += point[1] / shapes.length;
    }
    return [x, y];
  });
}

/** Where the nose stands between the cheeks: 0 in the middle, > 0 nearer the right side of the picture (a turn to the own left). */
export function nosePlace(shape: readonly Flat[]): number {
  const [left] = at(shape, 234);
  const [right] = at(shape, 454);
  const [nose] = at(shape, 1);
  return (2 * nose - left - right) / Math.max(1e-6, Math.abs(right - left));
}

/** Gap between the lips over the width of the mouth. */
export function mouthOpening(shape: readonly Flat[]): number {
  const gap = (a: number, b: number): number =>
    Math.hypot(at(shape, a)[0] - at(shape, b)[0], at(shape, a)[1] - at(shape, b)[1]);
  return gap(13, 14) / Math.max(1e-6, gap(78, 308));
}
