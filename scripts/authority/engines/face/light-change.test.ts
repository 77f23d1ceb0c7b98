import { expect, it } from 'vitest';
import { TEXTURE_SIDE } from './face-observation.ts';
import { lightChange } from './light-change.ts';

const skin = (shade: (across: number) => number): Float32Array =>
  Float32Array.from({ length: TEXTURE_SIDE ** 2 }, (_, cell) => {
    const across = (cell % TEXTURE_SIDE) / TEXTURE_SIDE - 0.5;
    const spots = 20 * Math.sin(cell * 12.9898);
    return (120 + spots) * shade(across);
  });

it('sees the side that turns away from the light grow darker', () => {
  const change = lightChange(
    skin(() => 1),
    skin((across) => Math.exp(-0.4 * across)),
  );
  expect(change).toBeGreaterThan(0.3);
  expect(change).toBeLessThan(0.5);
});

it('takes the same light, exposed otherwise, for no change', () => {
  const change = lightChange(
    skin((across) => 1 - across / 2),
    skin((across) => 0.8 * (1 - across / 2)),
  );
  expect(Math.abs(change)).toBeLessThan(0.05);
});

it('has no answer where no skin is seen in both', () => {
  const hidden = new Float32Array(TEXTURE_SIDE ** 2).fill(Number.NaN);
  expect(
    lightChange(
      skin(() => 1),
      hidden,
    ),
  ).toBeNaN();
});
