import { describe, expect, it } from 'vitest';
import { ceremonyNames, rulesOf } from '../../../../shared/ceremonies.ts';
import { isFinal, sessionStates } from '../../../../shared/sessions.ts';
import { outcomeOf } from './outcome-of.ts';
import { outcomes, saidOf, triesLeft } from './texts.ts';

describe('how a check ended', () => {
  it.each(sessionStates)(
    'is known of the state %s, and may be tried again only where it is not final',
    (state) => {
      expect(outcomeOf({ state }) === 'retry').toBe(!isFinal(state));
    },
  );

  it('by somebody who is not at the counter is told apart from a staffed one, and nothing else is', () => {
    expect(outcomeOf({ state: 'declined' }, 'not-here')).toBe('not-here');
    expect(outcomeOf({ state: 'passed' }, 'not-here')).toBe('passed');
    expect(outcomeOf({ state: 'failed' }, 'not-here')).toBe('failed');
  });

  it.each(ceremonyNames.flatMap((name) => outcomes.map((outcome) => [outcome, name] as const)))(
    '%s, in %s, has a sign, a short word and what to do next, in both languages',
    (outcome, name) => {
      const { symbol, word, next } = saidOf(outcome, rulesOf(name));
      expect(symbol).not.toBe('');
      expect([...word.zh].length).toBeLessThanOrEqual(12);
      for (const text of [word, next]) {
        expect(text.zh).toMatch(/\p{Script=Han}/u);
        expect(text.en).toMatch(/^[^\p{Script=Han}]+$/u);
      }
      if (outcome !== 'passed') expect(next.zh).toMatch(/请|可以|通常/);
    },
  );

  it('tells a pass, a fail and an end without a verdict apart by more than the colour', () => {
    const rules = rulesOf('verify');
    const signs = (['passed', 'failed', 'expired'] as const).map((outcome) => saidOf(outcome, rules).symbol);
    expect(new Set(signs).size).toBe(3);
  });

  it.each(['apply', 'move', 'protect'] as const)(
    'of what the holder alone asked for (%s) never sends anybody to a counter’s code',
    (name) => {
      for (const outcome of ['failed', 'expired', 'aborted'] as const)
        expect(saidOf(outcome, rulesOf(name)).next.zh).not.toContain('二维码');
    },
  );

  it('counts the tries that are left', () => {
    expect(triesLeft(1).en).toBe('One try is left.');
    expect(triesLeft(2)).toEqual({ zh: '还可以再试 2 次。', en: '2 tries are left.' });
  });
});
