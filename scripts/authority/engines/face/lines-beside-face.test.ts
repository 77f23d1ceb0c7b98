import { expect, it } from 'vitest';
import type { Point } from './face-observation.ts';
import { linesBesideFace } from './lines-beside-face.ts';
import type { Picture } from './read-picture.ts';

const mesh: Point[] = Array.from({ length: 468 }, (): Point => [120, 160, 0]);
mesh[10] = [120, 110, 0];
mesh[152] = [120, 210, 0];
mesh[234] = [80, 160, 0];
mesh[454] = [160, 160, 0];

/** A wall whose brightness depends on the column alone. */
const wall = (brightness: (x: number) => number): Picture => ({
  width: 240,
  height: 320,
  rgb: Uint8Array.from({ length: 240 * 320 * 3 }, (_, p) => brightness(Math.floor(p / 3) % 240)),
});

it('sees the two edges of a picture that is held up', () => {
  expect(
    linesBesideFace(
      wall((x) => (x > 40 && x < 200 ? 200 : 90)),
      mesh,
      120,
    ),
  ).toBeGreaterThan(60);
});

it('does not take one door post for a frame', () => {
  expect(
    linesBesideFace(
      wall((x) => (x > 40 ? 200 : 90)),
      mesh,
      120,
    ),
  ).toBeLessThan(5);
});

it('does not take blurred stripes of a background for a frame', () => {
  expect(
    linesBesideFace(
      wall((x) => 130 + 40 * Math.sin(x / 12)),
      mesh,
      120,
    ),
  ).toBeLessThan(20);
});

it('sees the edges in a third of the light as well as in all of it', () => {
  const held = (light: number) => wall((x) => light * (x > 40 && x < 200 ? 200 : 90));
  expect(linesBesideFace(held(0.33), mesh, 40)).toBeGreaterThan(60);
});
