import type { Picture } from './read-picture.ts';

/** Counts of levels 0-255. */
export class Levels {
  readonly #counts = new Uint32Array(256);
  #total = 0;

  add(level: number): void {
    const at = Math.min(255, Math.max(0, Math.round(level)));
    this.#counts[at] = (this.#counts[at] ?? 0) + 1;
    this.#total++;
  }

  /** The level that this share of what was added does not exceed. */
  at(share: number): number {
    let below = 0;
    for (const [level, count] of this.#counts.entries()) {
      below += count;
      if (below >= share * this.#total) return level;
    }
    return 255;
  }
}

/** All levels of a picture: with light in the room something is bright, whatever the skin before it. */
export function levelsOf({ rgb }: Picture): Levels {
  const levels = new Levels();
  for (let p = 0; p + 2 < rgb.length; p += 3) {
    levels.add(0.299 * (rgb[p] ?? 0) + 0.587 * (rgb[p + 1] ?? 0) + 0.114 * (rgb[p + 2] ?? 0));
  }
  return levels;
}
