import { expect, it } from 'vitest';
import { bandOf, LIGHT, LIKENESS, SIMILARITY } from './bands.ts';

it('passes only what nothing was found against', () => {
  expect(bandOf([])).toBe('pass');
  expect(bandOf(['too-dark'])).toBe('retry');
});

it('lets one grave finding outweigh any number of light ones', () => {
  expect(bandOf(['blurred', 'prompt-missed', 'other-face'])).toBe('fail');
});

it('keeps a band for trying again between pass and fail', () => {
  for (const { fail, pass } of [SIMILARITY, LIGHT, ...Object.values(LIKENESS)])
    expect(fail).toBeLessThan(pass);
});
