import { expect, it } from 'vitest';
import { judgeWindows } from './judge-windows.ts';

const taken = (...frames: [atMs: number, prompt: number | null][]) =>
  frames.map(([atMs, prompt]) => ({ atMs, prompt }));

it('accepts windows in the order of the prompts, whatever the order of the list', () => {
  expect(judgeWindows(taken([900, 1], [0, null], [300, 0], [600, 0], [1200, 1]), 2)).toEqual([]);
});

it('accepts neutral frames between the windows', () => {
  expect(judgeWindows(taken([0, null], [300, 0], [450, null], [600, 1]), 2)).toEqual([]);
});

it.each([
  ['the second prompt answered before the first', taken([0, null], [300, 1], [600, 0])],
  ['windows that interleave', taken([0, 0], [300, 1], [600, 0])],
  ['a prompt that was never asked', taken([0, null], [300, 2])],
  ['a prompt that is no whole number', taken([0, null], [300, 0.5])],
  ['a time before the capture began', taken([-1, null], [300, 0])],
  ['a time that is no number', taken([Number.NaN, null], [300, 0])],
])('refuses %s', (_, frames) => {
  expect(judgeWindows(frames, 2)).toEqual(['prompt-wrong-window']);
});
