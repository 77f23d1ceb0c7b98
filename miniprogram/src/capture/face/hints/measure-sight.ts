import { sketchSize } from '../../../platform/sight/sight.ts';

/** What can be told from grey values alone: levels in 0..255, shares in 0..1. */
export interface Levels {
  /** Levels in the middle of the face's place, from dark to bright (95% less 5%): what darkness spoils, whatever the skin. */
  range: number;
  /** Level that 95% of the picture does not exceed: with light in the room something is bright. */
  scene: number;
  /** How much brighter the mean around the face's place is than the mean of its middle. */
  behind: number;
  /** Share of the middle that is burnt out. */
  glare: number;
  /** Fine detail over contrast, where the face is to be: small where all edges are soft. */
  detail: number;
  /** Mean change since the look before over the levels of the picture; 0 for the first. */
  movement: number;
}

/** A level at which nothing of the picture is left. */
const burnt = 245;
/** Half axes of the face's place, in shares of the sketch. */
const place = { x: 0.31, y: 0.36 };
/** Of its middle, where there is skin on everybody who looks into the oval. */
const middle = { x: 0.16, y: 0.16 };
/** A picture with fewer levels is as good as one colour: its noise is no movement. */
const fewestLevels = 20;

const { width, height } = sketchSize;

/** @param before the sketch of the look before */
export function measureSight(sketch: Uint8Array, before?: Uint8Array): Levels {
  const face = { count: 0, sum: 0, squares: 0, edges: 0 };
  const skin: number[] = [];
  const around = { count: 0, sum: 0 };
  let change = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const level = sketch[at] ?? 0;
      if (before !== undefined) change += Math.abs(level - (before[at] ?? 0));
      if (isIn(middle, x, y)) skin.push(level);
      if (!isIn(place, x, y)) {
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
    }
  }
  const mean = face.sum / face.count;
  const contrast = Math.sqrt(Math.max(0, face.squares / face.count - mean ** 2));
  const [all, inner] = [Uint8Array.from(sketch).sort(), skin.sort((a, b) => a - b)];
  const scene = levelAt(all, 0.95);
  const contrastOfAll = Math.max(fewestLevels, scene - levelAt(all, 0.05));
  return {
    range: levelAt(inner, 0.95) - levelAt(inner, 0.05),
    scene,
    behind: around.sum / around.count - inner.reduce((sum, level) => sum + level, 0) / inner.length,
    glare: inner.filter((level) => level >= burnt).length / inner.length,
    detail: Math.sqrt(face.edges / face.count) / Math.max(1, contrast),
    movement: change / (face.count + around.count) / contrastOfAll,
  };
}

/** The level that this share of sorted levels does not exceed. */
function levelAt(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function isIn(oval: { x: number; y: number }, x: number, y: number): boolean {
  const across = ((x + 0.5) / width - 0.5) / oval.x;
  const down = ((y + 0.5) / height - 0.5) / oval.y;
  return across ** 2 + down ** 2 < 1;
}
