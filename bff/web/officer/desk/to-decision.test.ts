import { describe, expect, it } from 'vitest';
import { answersAgree } from '../../../../shared/raise/decision.ts';
import { type Answers, toDecision } from './to-decision.ts';

const yes: Answers = { faceMatches: true, cardGenuine: true, faceUnnatural: false, outcome: 'pass' };

describe('what an officer answers', () => {
  it('is a pass where nothing stands against it', () => {
    expect(toDecision(yes)).toEqual({ outcome: 'pass', cardGenuine: true, faceUnnatural: false });
  });

  it.each([
    ['faceMatches', { ...yes, faceMatches: undefined }],
    ['cardGenuine', { faceMatches: true }],
    ['faceUnnatural', { faceMatches: true, cardGenuine: true }],
    ['outcome', { faceMatches: true, cardGenuine: true, faceUnnatural: false }],
  ])('lacks %s, and is asked for it', (field, answers) => {
    const whole = Object.fromEntries(Object.entries(answers).filter(([, given]) => given !== undefined));
    expect(toDecision(whole)).toMatchObject({ field });
  });

  it.each([{ faceMatches: false }, { cardGenuine: false }, { faceUnnatural: true }])(
    'is no pass with %o, whatever was decided',
    (doubt) => {
      expect(toDecision({ ...yes, ...doubt })).toMatchObject({ field: 'outcome' });
    },
  );

  it.each(['refuse', 'review'] as const)('to %s needs a reason, and goes with one', (outcome) => {
    expect(toDecision({ ...yes, outcome })).toMatchObject({ field: 'doubt' });
    const decided = toDecision({ ...yes, outcome, doubt: 'another-doubt' });
    expect('field' in decided ? false : answersAgree(decided)).toBe(true);
  });

  it('has no reason left over from before where it is a pass', () => {
    expect(toDecision({ ...yes, doubt: 'face-differs' })).not.toHaveProperty('doubt');
  });

  it('needs no word of a face that could not be taken, and names the exception', () => {
    const { faceMatches: _none, ...rest } = yes;
    expect(toDecision({ ...rest, exception: 'no-face' })).toMatchObject({ exception: 'no-face' });
  });
});
