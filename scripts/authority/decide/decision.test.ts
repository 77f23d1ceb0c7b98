import { expect, it } from 'vitest';
import type { Finding } from '../ports/engines.ts';
import { decisionOf, hintsOf, outcomeOf } from './decision.ts';

const faceThat: Record<string, Finding[]> = { pass: [], retry: ['face-uncertain'], fail: ['other-face'] };
const voiceThat: Record<string, Finding[]> = { pass: [], retry: ['voice-too-quiet'], fail: ['digits-wrong'] };

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
  const heard = voice === undefined ? [] : voiceThat[voice];
  expect(outcomeOf([...(faceThat[face] ?? []), ...(heard ?? [])])).toBe(outcome);
});

it('tells each hint once', () => {
  expect(hintsOf(['face-unsteady', 'digits-wrong', 'face-unsteady', 'voice-unreadable'])).toEqual([
    'hold-still',
    'say-the-digits',
  ]);
});

it('counts no failure against whom another engine enrolled', () => {
  const about = { level: 'basic', person: 'somebody' } as const;
  expect(decisionOf(['other-face'], about)).toMatchObject({ outcome: 'fail', person: 'somebody' });
  const elsewhere = decisionOf(['template-of-another-engine'], about);
  expect(elsewhere).toMatchObject({ outcome: 'fail', hints: [], person: undefined });
});
