import { describe, expect, it } from 'vitest';
import { faceIn, sketchOf, sketchSize } from './sight.ts';

/** A picture whose green value is `level(x, y)`. */
function picture(width: number, height: number, level: (x: number, y: number) => number) {
  const data = new Uint8Array(4 * width * height);
  for (let i = 0; i < width * height; i++) data[4 * i + 1] = level(i % width, Math.floor(i / width));
  return { data, width, height };
}

describe('the sketch of a picture', () => {
  it('shows the middle of a wide picture, not its edges', () => {
    const sketch = sketchOf(picture(640, 480, (x) => (x < 140 || x >= 500 ? 255 : 80)));
    expect(sketch?.length).toBe(sketchSize.width * sketchSize.height);
    expect(sketch?.every((level) => level === 80)).toBe(true);
  });

  it('keeps left and right, above and below', () => {
    const sketch = sketchOf(picture(480, 640, (x, y) => (x < 240 ? 10 : 20) + (y < 320 ? 0 : 100)));
    expect([sketch?.[0], sketch?.[95], sketch?.[96 * 127], sketch?.[96 * 128 - 1]]).toEqual([
      10, 20, 110, 120,
    ]);
  });

  it('is not made up from bytes that are no pixels', () => {
    expect(sketchOf({ data: new Uint8Array(480 * 640), width: 480, height: 640 })).toBeUndefined();
    expect(sketchOf({ data: new Uint8Array(), width: 0, height: 0 })).toBeUndefined();
  });
});

describe('a face in a picture', () => {
  it('is placed in the middle part that the person sees', () => {
    const box = { left: 270, top: 120, width: 100, height: 240 };
    expect(faceIn({ width: 640, height: 480 }, box)).toEqual({ x: 0.5, y: 0.5, height: 0.5 });
  });
});
