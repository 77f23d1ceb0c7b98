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
  expect(hintsOf(['face-unsteady', 'digits-wrong', 'face-unsteady', 'digits-unclear'])).toEqual([
    'hold-still',
    'say-the-digits',
  ]);
});

it('tells all of them, however many there are', () => {
  const findings = [
    ...(['face-too-small', 'face-too-dark', 'face-unsteady', 'prompt-unclear', 'attack-suspected'] as const),
    ...(['voice-too-quiet', 'voice-too-noisy', 'voice-narrow-band', 'digits-unclear'] as const),
  ];
  expect(hintsOf(findings)).toHaveLength(findings.length);
});

it('counts no failure where the recording, or another reading of a digit, is all that was found', () => {
  const about = { level: 'basic', person: 'somebody' } as const;
  for (const finding of [
    'voice-unreadable',
    'voice-clipped',
    'voice-narrow-band',
    'one-read-otherwise',
  ] as const) {
    expect(decisionOf([finding], about), finding).toMatchObject({ outcome: 'retry', blameless: true });
    expect(decisionOf([finding, 'face-uncertain'], about), finding).toMatchObject({ blameless: false });
  }
  expect(hintsOf(['voice-unreadable', 'voice-clipped', 'voice-narrow-band', 'zero-read-otherwise'])).toEqual([
    ...['recording-unreadable', 'less-loud', 'headset-off', 'say-ling'],
  ]);
});

it('counts no failure against whom another engine enrolled', () => {
  const about = { level: 'basic', person: 'somebody' } as const;
  expect(decisionOf(['other-face'], about)).toMatchObject({ outcome: 'fail', blameless: false });
  const elsewhere = decisionOf(['template-of-another-engine'], about);
  expect(elsewhere).toMatchObject({ outcome: 'fail', hints: [], blameless: true });
});
