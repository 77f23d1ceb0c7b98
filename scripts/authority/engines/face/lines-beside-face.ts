import type { Point } from './face-observation.ts';
import { at } from './face-shape.ts';
import type { Picture } from './read-picture.ts';

/** Only steps of brightness above this count as a part of a line (over two cells of two pixels, of a picture of the usual contrast). */
const LEAST_STEP = 4;
/** Levels from the dark to the bright end of a well-lit picture. Less of them make every edge fainter, that of a print as well. */
const USUAL_CONTRAST = 120;
const LEAST_CONTRAST = 20;
const STEEPEST = 0.3;
const SLOPE_STEP = 0.02;

interface Grey {
  values: Float32Array;
  width: number;
  height: number;
  /** Brings steps to what they would be in a picture of the usual contrast. */
  scale: number;
}

/** Brightness at half size. */
function halfSize({ rgb, width, height }: Picture, scale: number): Grey {
  const half = { width: width >> 1, height: height >> 1 };
  const values = new Float32Array(half.width * half.height);
  for (let y = 0; y < half.height; y++) {
    for (let x = 0; x < half.width; x++) {
      let sum = 0;
      for (const p of [y * 2 * width + x * 2, (y * 2 + 1) * width + x * 2]) {
        for (let c = p * 3; c < p * 3 + 6; c++) sum += rgb[c] ?? 0;
      }
      values[y * half.width + x] = sum / 12;
    }
  }
  return { values, ...half, scale };
}

/** Mean step of brightness across one straight line times the share of the line that has it; 0 where it leaves the picture. */
function lineStep(
  { values, width, scale }: Grey,
  middle: number,
  slope: number,
  top: number,
  bottom: number,
): number {
  const centre = (top + bottom) / 2;
  let sum = 0;
  let up = 0;
  let down = 0;
  let count = 0;
  for (let y = top; y <= bottom; y++) {
    const x = Math.round(middle + slope * (y - centre));
    if (x < 1 || x > width - 2) return 0;
    const step = scale * ((values[y * width + x + 1] ?? 0) - (values[y * width + x - 1] ?? 0));
    sum += step;
    count++;
    if (step > LEAST_STEP) up++;
    if (step < -LEAST_STEP) down++;
  }
  return (Math.abs(sum) * (sum > 0 ? up : down)) / count ** 2;
}

/**
 * How strong the straight, sharp, nearly upright lines are that pass the face on both sides, from above the head to the chin: the
 * edges of a print or a screen that is held into the picture. The weaker side counts; 0-255.
 * @param contrast levels from the dark to the bright end of the picture (95% less 5%)
 */
export function linesBesideFace(picture: Picture, mesh: readonly Point[], contrast: number): number {
  const grey = halfSize(
    picture,
    USUAL_CONTRAST / Math.max(LEAST_CONTRAST, Math.min(USUAL_CONTRAST, contrast)),
  );
  const [, forehead] = at(mesh, 10);
  const [, chin] = at(mesh, 152);
  const left = at(mesh, 234)[0] / 2;
  const right = at(mesh, 454)[0] / 2;
  const margin = 0.08 * (right - left);
  const top = Math.max(1, Math.round((forehead - 0.45 * (chin - forehead)) / 2));
  const bottom = Math.min(grey.height - 2, Math.round((chin + 0.1 * (chin - forehead)) / 2));
  if (bottom - top < 20) return 0;
  let onLeft = 0;
  let onRight = 0;
  for (let x = 1; x < grey.width - 1; x++) {
    if (x > left - margin && x < right + margin) continue;
    for (let slope = -STEEPEST; slope <= STEEPEST; slope += SLOPE_STEP) {
      const step = lineStep(grey, x, slope, top, bottom);
      if (x < left) onLeft = Math.max(onLeft, step);
      else onRight = Math.max(onRight, step);
    }
  }
  return Math.min(onLeft, onRight);
}
