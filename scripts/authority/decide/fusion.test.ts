import { expect, it } from 'vitest';
import { fuse } from './fusion.ts';

it.each([
  ['pass', undefined, 'pass'],
  ['pass', 'pass', 'pass'],
  ['pass', 'retry', 'retry'],
  ['pass', 'fail', 'fail'],
  ['retry', undefined, 'retry'],
  ['retry', 'pass', 'retry'],
  ['retry', 'fail', 'fail'],
  ['fail', undefined, 'fail'],
  ['fail', 'pass', 'fail'],
  ['fail', 'retry', 'fail'],
] as const)('face %s and voice %s give %s', (face, voice, outcome) => {
  expect(fuse(face, voice)).toBe(outcome);
});
