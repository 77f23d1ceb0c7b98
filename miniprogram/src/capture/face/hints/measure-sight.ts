import { sketchSize } from '../../../platform/sight/sight.ts';

/** What can be told from grey values alone: levels in 0..255, shares in 0..1. */
export interface Levels {
  /** Mean level where the face is to be, and around it. */
  face: number;
  around: number;
  /** Share of the face's place that is burnt out. */
  glare: number;
  /** Fine detail over contrast, where the face is to be: small where all edges are soft. */
  detail: number;
  /** Mean change since the look before; 0 for the first. */
  movement: number;
}

/** A level at which nothing of the picture is left. */
const burnt = 245;
/** Half axes of the face's place, in shares of the sketch. */
const place = { x: 0.31, y: 0.36 };

const { width, height } = sketchSize;

/** @param before the sketch of the look before */
export function measureSight(sketch: Uint8Array, before?: Uint8Array): Levels {
  const face = { count: 0, sum: 0, squares: 0, burnt: 0, edges: 0 };
  const around = { count: 0, sum: 0 };
  let change = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const level = sketch[at] ?? 0;
      if (before !== undefined) change += Math.abs(level - (before[at] ?? 0));
      if (!isPlaceOfFace(x, y)) {
        around.count++;
        around.sum += level;
        continue;
      }
      const beside = (sketch[at - 1] ?? 0) + (sketch[at + 1] ?? 0);
      const aboveAndBelow = (sketch[at - width] ?? 0) + (sketch[at + width] ?? 0);
      face.count++;
      face.sum += level;
      face.squares += level ** 2;
      face.edges += (4 * level - beside - aboveAndBelow) ** 2;
      if (level >= burnt) face.burnt++;
    }
  }
  const mean = face.sum / face.count;
  const contrast = Math.sqrt(Math.max(0, face.squares / face.count - mean ** 2));
  return {
    face: mean,
    around: around.sum / around.count,
    glare: face.burnt / face.count,
    detail: Math.sqrt(face.edges / face.count) / Math.max(1, contrast),
    movement: change / (face.count + around.count),
  };
}

function isPlaceOfFace(x: number, y: number): boolean {
  const across = ((x + 0.5) / width - 0.5) / place.x;
  const down = ((y + 0.5) / height - 0.5) / place.y;
  return across ** 2 + down ** 2 < 1;
}
