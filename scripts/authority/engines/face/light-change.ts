import { TEXTURE_SIDE } from './face-observation.ts';

/** Only nose, cheeks and mouth count: further out a small error of the mesh mixes in hair and background. */
const inMiddle = (x: number, y: number): boolean =>
  ((x / TEXTURE_SIDE - 0.5) / 0.25) ** 2 + ((y / TEXTURE_SIDE - 0.58) / 0.3) ** 2 < 1;
/** Against the median brightness of the face: what lies outside is hair, shadow or glare, not skin. */
const SKIN = { least: 0.55, most: 1.7 };
/** Half the side of the square over which brightness is averaged, in texture cells. */
const REACH = 3;
/** Keeps noise in deep shadow from counting, as a share of the median brightness: the same on every skin. */
const FLOOR = 0.07;
/** A ratio beyond this is a feature that moved, not light. */
const LARGEST_LOG = 0.7;

function smooth(texture: Float32Array, x: number, y: number): number {
  let sum = 0;
  let count = 0;
  for (let v = y - REACH; v <= y + REACH; v++) {
    for (let u = x - REACH; u <= x + REACH; u++) {
      const value = texture[v * TEXTURE_SIDE + u];
      if (value === undefined || Number.isNaN(value)) continue;
      sum += value;
      count++;
    }
  }
  return count > 0 ? sum / count : Number.NaN;
}

function seenCells(
  before: Float32Array,
  after: Float32Array,
): { x: number; before: number; after: number }[] {
  const cells: { x: number; before: number; after: number }[] = [];
  for (let y = 0; y < TEXTURE_SIDE; y++) {
    for (let x = 0; x < TEXTURE_SIDE; x++) {
      const cell = y * TEXTURE_SIDE + x;
      if (!inMiddle(x, y) || Number.isNaN(before[cell]) || Number.isNaN(after[cell])) continue;
      cells.push({ x, before: smooth(before, x, y), after: smooth(after, x, y) });
    }
  }
  return cells;
}

const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

function isSkin(median: number): (value: number) => boolean {
  return (value) => value >= SKIN.least * median && value <= SKIN.most * median;
}

/**
 * How the light on the same skin changed between two textures: the slope of log(before / after) across the face, per width of
 * the texture. A head that turns moves through the light (frontal light: > 0 for a turn to the own left, < 0 to the right);
 * a picture of a face, bent or warped as one likes, carries its light along. NaN where too little skin is seen in both.
 */
export function lightChange(before: Float32Array, after: Float32Array): number {
  const cells = seenCells(before, after);
  const [usualBefore, usualAfter] = [
    medianOf(cells.map((cell) => cell.before)),
    medianOf(cells.map((cell) => cell.after)),
  ];
  const [skinBefore, skinAfter] = [isSkin(usualBefore), isSkin(usualAfter)];
  const places: number[] = [];
  const ratios: number[] = [];
  for (const cell of cells) {
    if (!skinBefore(cell.before) || !skinAfter(cell.after)) continue;
    const ratio = Math.log((cell.before + FLOOR * usualBefore) / (cell.after + FLOOR * usualAfter));
    places.push(cell.x / TEXTURE_SIDE);
    ratios.push(Math.min(LARGEST_LOG, Math.max(-LARGEST_LOG, ratio)));
  }
  if (places.length < 200) return Number.NaN;
  const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
  const middle = mean(places);
  const level = mean(ratios);
  let along = 0;
  let spread = 0;
  places.forEach((place, index) => {
    along += (place - middle) * ((ratios[index] ?? level) - level);
    spread += (place - middle) ** 2;
  });
  return along / spread;
}
