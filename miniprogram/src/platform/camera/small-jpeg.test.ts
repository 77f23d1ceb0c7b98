import { describe, expect, it } from 'vitest';
import { smallJpegs } from './small-jpeg.h5.ts';

/** A canvas whose JPEGs take so many bytes at full quality, and in proportion less below it. */
function canvasOf(bytes: number) {
  const asked: (number | undefined)[] = [];
  const canvas = {
    toBlob(give: (blob: Blob | null) => void, _type: string, quality = 1) {
      asked.push(quality);
      give(new Blob([new Uint8Array(Math.round(bytes * quality))]));
    },
  };
  return { canvas, asked };
}

describe('the JPEG of a frame', () => {
  it('has the best quality where that is small enough', async () => {
    const { canvas, asked } = canvasOf(20_000);
    expect((await smallJpegs()(canvas)).length).toBe(16_400);
    expect(asked).toEqual([0.82]);
  });

  it('has less quality where it would be too large, and the next one begins there', async () => {
    const { canvas, asked } = canvasOf(28_000);
    const shoot = smallJpegs();
    expect((await shoot(canvas)).length).toBeLessThanOrEqual(18_000);
    expect((await shoot(canvas)).length).toBeLessThanOrEqual(18_000);
    expect(asked).toEqual([0.82, 0.7, 0.6, 0.6]);
  });

  it('is there all the same where no quality makes it small', async () => {
    const { canvas } = canvasOf(100_000);
    expect((await smallJpegs()(canvas)).length).toBe(40_000);
  });
});
