import type { Flat, Point } from '../../engines/face/face-observation.ts';
import { at } from '../../engines/face/face-shape.ts';
import type { Picture } from '../../engines/face/read-picture.ts';
import { blankCanvas, type Canvas, type Corner, canvasOver, paintMesh } from './paint-mesh.ts';

/** A face in a picture, as the finder gives it. */
export interface SourceFace {
  picture: Picture;
  mesh: readonly Point[];
}

/** How something is held before the camera: angles in degrees (yaw < 0 as in a turn to the own left), focal length in widths. */
export interface Hold {
  yaw?: number;
  pitch?: number;
  scale?: number;
  focal?: number;
}

const WIDTH = 480;
const HEIGHT = 640;
const WALL = [112, 70, 112] as const;

/** Lays a grid over the picture, lifts it into space with `lift`, holds it, and paints what the camera sees. */
function holdSurface(
  canvas: Canvas,
  picture: Picture,
  lift: (u: number, v: number) => Point,
  { yaw = 0, pitch = 0, scale = 0.85, focal = 3 }: Hold,
  centre: Flat = [canvas.width / 2, canvas.height / 2],
): Canvas {
  const [columns, rows] = [48, 64];
  const [sy, cy] = [Math.sin((yaw * Math.PI) / 180), Math.cos((yaw * Math.PI) / 180)];
  const [sp, cp] = [Math.sin((pitch * Math.PI) / 180), Math.cos((pitch * Math.PI) / 180)];
  const corners: Corner[] = [];
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      const u = (column / columns) * (picture.width - 1);
      const v = (row / rows) * (picture.height - 1);
      const [x, y, z] = lift(u, v);
      const [turnedX, turnedZ] = [x * cy + z * sy, z * cy - x * sy];
      const [noddedY, noddedZ] = [y * cp - turnedZ * sp, y * sp + turnedZ * cp];
      const shrink = (focal * canvas.width) / (focal * canvas.width + noddedZ * scale);
      corners.push({
        u,
        v,
        x: centre[0] + turnedX * scale * shrink,
        y: centre[1] + noddedY * scale * shrink,
        z: noddedZ,
      });
    }
  }
  const triangles: [number, number, number][] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const corner = row * (columns + 1) + column;
      const below = corner + columns + 1;
      triangles.push([corner, corner + 1, below], [corner + 1, below + 1, below]);
    }
  }
  paintMesh(canvas, picture, corners, triangles);
  return canvas;
}

/** A flat print. */
export const flatPrint = ({ picture }: SourceFace, hold: Hold): Canvas =>
  holdSurface(
    blankCanvas(WIDTH, HEIGHT, WALL),
    picture,
    (u, v) => [u - picture.width / 2, v - picture.height / 2, 0],
    hold,
  );

/** A print bent round an upright cylinder (`radius` in picture widths), or with `ball` also over the top like a balloon. */
export function bentPrint({ picture, mesh }: SourceFace, radius: number, hold: Hold, ball = false): Canvas {
  const r = radius * picture.width;
  const middleX = (at(mesh, 234)[0] + at(mesh, 454)[0]) / 2;
  const middleY = (at(mesh, 10)[1] + at(mesh, 152)[1]) / 2;
  const bend = (distance: number): number => Math.min(1.4, Math.max(-1.4, distance / r));
  const lift = (u: number, v: number): Point => {
    const a = bend(u - middleX);
    if (!ball) return [r * Math.sin(a), v - middleY, r * (1 - Math.cos(a))];
    const b = bend((v - middleY) / 1.4);
    return [r * Math.sin(a) * Math.cos(b * 0.6), 1.4 * r * Math.sin(b), r * (1 - Math.cos(a) * Math.cos(b))];
  };
  return holdSurface(blankCanvas(WIDTH, HEIGHT, WALL), picture, lift, hold);
}

/** A still with relief: the mesh's own depth, times `relief`, lets the photo turn and nod; `jaw` pulls the mouth open (face widths). */
export function puppet({ picture, mesh }: SourceFace, relief: number, hold: Hold, jaw = 0): Canvas {
  const width = Math.abs(at(mesh, 454)[0] - at(mesh, 234)[0]);
  const middle: Flat = [(at(mesh, 234)[0] + at(mesh, 454)[0]) / 2, (at(mesh, 10)[1] + at(mesh, 152)[1]) / 2];
  const back = Math.max(...mesh.map(([, , z]) => z));
  const lips = (at(mesh, 13)[1] + at(mesh, 14)[1]) / 2;
  const mouth = (at(mesh, 61)[0] + at(mesh, 291)[0]) / 2;
  const half = 0.55 * Math.abs(at(mesh, 291)[0] - at(mesh, 61)[0]);
  const depth = (u: number, v: number): number => {
    let weights = 0;
    let sum = 0;
    let nearest = Number.POSITIVE_INFINITY;
    for (const [x, y, z] of mesh) {
      const squared = (u - x) ** 2 + (v - y) ** 2;
      nearest = Math.min(nearest, squared);
      const weight = 1 / (squared + 20) ** 1.5;
      weights += weight;
      sum += weight * z;
    }
    const onFace = Math.exp(-nearest / (0.35 * width) ** 2);
    return (sum / weights) * onFace + back * (1 - onFace);
  };
  const lift = (u: number, v: number): Point => {
    const below = v > lips ? Math.exp(-(((v - lips) / (0.5 * width)) ** 2)) : 0;
    const drop = jaw * width * below * Math.max(0, 1 - ((u - mouth) / half) ** 2);
    return [u - middle[0], v + drop - middle[1], (depth(u, v) - back * 0.6) * relief];
  };
  return holdSurface(canvasOver(picture), picture, lift, { scale: 1, focal: 4, ...hold }, middle);
}

/** A frame shown on a phone that is held into the picture: dark bezel, fine lines, slightly tilted. */
export function onScreen(frame: Picture, hold: Hold): Canvas {
  const [side, end] = [20, 50];
  const body = blankCanvas(frame.width + 2 * side, frame.height + 2 * end, [12, 12, 14]);
  for (let y = 0; y < frame.height; y++) {
    for (let x = 0; x < frame.width * 3; x++) {
      const lines = 1 + 0.06 * Math.sin(Math.floor(x / 3) * 2.1);
      const value = (frame.rgb[y * frame.width * 3 + x] ?? 0) * lines + 4;
      body.rgb[((y + end) * body.width + side) * 3 + x] = Math.min(255, value);
    }
  }
  return holdSurface(
    blankCanvas(WIDTH, HEIGHT, WALL),
    body,
    (u, v) => [u - body.width / 2, v - body.height / 2, 0],
    hold,
  );
}
