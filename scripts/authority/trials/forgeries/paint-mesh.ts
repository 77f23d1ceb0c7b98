import sharp from 'sharp';
import { at } from '../../engines/face/face-shape.ts';
import type { Picture } from '../../engines/face/read-picture.ts';

/** A corner of a textured triangle: place in the source picture, place on the canvas, depth (smaller is nearer). */
export interface Corner {
  u: number;
  v: number;
  x: number;
  y: number;
  z: number;
}

/** A picture under construction with the depth of what was painted so far. */
export interface Canvas extends Picture {
  depth: Float32Array;
}

type Triangle = readonly [number, number, number];
type Colour = readonly [number, number, number];

/** An empty canvas of one colour. */
export function blankCanvas(width: number, height: number, [red, green, blue]: Colour): Canvas {
  const rgb = new Uint8Array(width * height * 3);
  for (let p = 0; p < rgb.length; p += 3) rgb.set([red, green, blue], p);
  return { rgb, width, height, depth: new Float32Array(width * height).fill(Number.POSITIVE_INFINITY) };
}

/** A canvas that starts as a copy of a picture. */
export const canvasOver = ({ rgb, width, height }: Picture): Canvas => ({
  rgb: Uint8Array.from(rgb),
  width,
  height,
  depth: new Float32Array(width * height).fill(Number.POSITIVE_INFINITY),
});

function sample({ rgb, width, height }: Picture, u: number, v: number, channel: number): number {
  const x = Math.min(width - 1.01, Math.max(0, u));
  const y = Math.min(height - 1.01, Math.max(0, v));
  const p = (Math.floor(y) * width + Math.floor(x)) * 3 + channel;
  const q = p + width * 3;
  const [fx, fy] = [x % 1, y % 1];
  const upper = (rgb[p] ?? 0) * (1 - fx) + (rgb[p + 3] ?? 0) * fx;
  return upper * (1 - fy) + ((rgb[q] ?? 0) * (1 - fx) + (rgb[q + 3] ?? 0) * fx) * fy;
}

/** Paints triangles of a picture onto the canvas, nearest on top. `hole` leaves out parts of the source; `tint` is added per channel. */
export function paintMesh(
  canvas: Canvas,
  source: Picture,
  corners: readonly Corner[],
  triangles: readonly Triangle[],
  { hole, tint = [0, 0, 0] }: { hole?: (u: number, v: number) => boolean; tint?: Colour } = {},
): void {
  const { width, height, depth, rgb } = canvas;
  for (const [i, j, k] of triangles) {
    const [a, b, c] = [at(corners, i), at(corners, j), at(corners, k)];
    const whole = (b.y - c.y) * (a.x - c.x) + (c.x - b.x) * (a.y - c.y);
    if (Math.abs(whole) < 1e-6) continue;
    const bottom = Math.min(height - 1, Math.ceil(Math.max(a.y, b.y, c.y)));
    const right = Math.min(width - 1, Math.ceil(Math.max(a.x, b.x, c.x)));
    for (let y = Math.max(0, Math.floor(Math.min(a.y, b.y, c.y))); y <= bottom; y++) {
      for (let x = Math.max(0, Math.floor(Math.min(a.x, b.x, c.x))); x <= right; x++) {
        const l = ((b.y - c.y) * (x - c.x) + (c.x - b.x) * (y - c.y)) / whole;
        const m = ((c.y - a.y) * (x - c.x) + (a.x - c.x) * (y - c.y)) / whole;
        const n = 1 - l - m;
        if (Math.min(l, m, n) < -1e-3) continue;
        const cell = y * width + x;
        const z = l * a.z + m * b.z + n * c.z;
        const u = l * a.u + m * b.u + n * c.u;
        const v = l * a.v + m * b.v + n * c.v;
        if (z > (depth[cell] ?? 0) || hole?.(u, v)) continue;
        depth[cell] = z;
        for (let channel = 0; channel < 3; channel++) {
          const value = sample(source, u, v, channel) + at(tint, channel);
          rgb[cell * 3 + channel] = Math.min(255, Math.max(0, value));
        }
      }
    }
  }
}

/** Encodes a finished canvas. */
export const encodeCanvas = ({ rgb, width, height }: Picture): Promise<Uint8Array> =>
  sharp(rgb, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 88 })
    .toBuffer();
