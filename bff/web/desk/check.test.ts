import { describe, expect, it } from 'vitest';
import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import * as limits from '../../../shared/limits.ts';
import { counterStates, isFinal } from '../../../shared/sessions.ts';
import { type Check, isUnfinished, phaseOf, phases } from './check.ts';
import { drawingOf, signs } from './face/draw-picture.ts';
import { focusOf } from './face/keep-focus.ts';
import { tones } from './face/show-verdict.ts';

const at = 1_000_000;
const viewed: CounterView = {
  ...{ sessionId: `ses_${'A'.repeat(22)}`, state: 'open', version: 1, scene: 'hotel', level: 'basic' },
  openedAt: at,
};
const of = (view: Partial<CounterView>, more: Partial<Check> = {}): Check => ({
  ...{ counterId: 'cnt_1', purpose: 'check-in', view: { ...viewed, ...view }, serverNow: () => at },
  ...more,
});

describe('the phase of a check', () => {
  it('is that of its state where nothing else is known, for every state', () => {
    for (const state of counterStates)
      expect(phaseOf(of({ state }, isFinal(state) ? { endedAt: at } : {}), at)).toBe(state);
  });

  it('asks for the word, for it again, and then waits', () => {
    expect(phaseOf(of({ state: 'claimed', word: 'awaited' }), at)).toBe('word');
    expect(phaseOf(of({ state: 'claimed', word: 'again' }), at)).toBe('again');
    expect(phaseOf(of({ state: 'claimed', word: 'taken' }), at)).toBe('taken');
  });

  it('tells that more time is needed while the code is shown', () => {
    expect(phaseOf(of({ needsMoreTime: true }), at)).toBe('more-time');
  });

  it('is ready for the next guest without a check, and once an end has been shown long enough', () => {
    expect(phaseOf(undefined, at)).toBe('ready');
    for (const state of counterStates.filter(isFinal)) {
      const ended = of({ state }, { endedAt: at });
      expect(phaseOf(ended, at + limits.verdictShown - 1)).toBe(state);
      expect(phaseOf(ended, at + limits.verdictShown)).toBe('ready');
    }
  });

  it('is the staffed way once the clerk went on by it', () => {
    expect(phaseOf(of({ state: 'failed' }, { endedAt: at, staffed: true }), at)).toBe('staffed');
  });

  it('offers another try and the staffed way after each end that brought nothing, and after no other', () => {
    expect(phases.filter(isUnfinished)).toEqual(['failed', 'cancelled', 'expired', 'aborted']);
  });

  it('is told by green and red for verdicts alone, and never by colour alone', () => {
    expect(phases.filter((phase) => tones[phase] === 'pass')).toEqual(['passed']);
    expect(phases.filter((phase) => tones[phase] === 'fail')).toEqual(['failed']);
    expect([signs.passed, signs.failed, drawingOf.passed, drawingOf.failed]).toEqual([
      ...['tick', 'cross'],
      ...['tick', 'cross'],
    ]);
  });

  it('has the next guest at the Enter key after every end', () => {
    for (const state of [...counterStates.filter(isFinal), 'staffed', 'ready'] as const)
      expect(focusOf[state]).toBe('next');
  });
});
