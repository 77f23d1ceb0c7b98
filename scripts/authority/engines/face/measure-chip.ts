import { CHIP_SIDE } from './cut-chip.ts';
import { Levels } from './levels.ts';

/** The part of a chip that is skin on everyone: inside the hair line and the jaw. */
const LEFT = 30;
const RIGHT = 120;
const TOP = 25;
const BOTTOM = 130;
const BURNT_OUT = 245;
/** The part of it that has neither hair nor eyes on anybody: both are dark on all skins and would feign a range. */
const SKIN = { left: 45, right: 105, top: 75, bottom: 100 };

/** Range (levels of the skin, 95% less 5%), glare (share burnt out) and sharpness (variance of the Laplacian over that of the brightness). */
export function measureChip(chip: Float32Array): { range: number; glare: number; sharpness: number } {
  const grey = new Float32Array(CHIP_SIDE * CHIP_SIDE);
  for (let cell = 0; cell < grey.length; cell++) {
    const p = cell * 3;
    grey[cell] = 0.299 * (chip[p] ?? 0) + 0.587 * (chip[p + 1] ?? 0) + 0.114 * (chip[p + 2] ?? 0);
  }
  const value = (cell: number): number => grey[cell] ?? 0;
  let sum = 0;
  let squares = 0;
  let detail = 0;
  let burnt = 0;
  const skin = new Levels();
  let count = 0;
  for (let y = TOP; y < BOTTOM; y++) {
    for (let x = LEFT; x < RIGHT; x++) {
      const cell = y * CHIP_SIDE + x;
      const here = value(cell);
      const around = value(cell - 1) + value(cell + 1) + value(cell - CHIP_SIDE) + value(cell + CHIP_SIDE);
      sum += here;
      squares += here * here;
      detail += (around - 4 * here) ** 2;
      if (here > BURNT_OUT) burnt++;
      count++;
      if (x >= SKIN.left && x < SKIN.right && y >= SKIN.top && y < SKIN.bottom) skin.add(here);
    }
  }
  const mean = sum / count;
  const contrast = Math.max(1, squares / count - mean * mean);
  return { range: skin.at(0.95) - skin.at(0.05), glare: burnt / count, sharpness: detail / count / contrast };
}
