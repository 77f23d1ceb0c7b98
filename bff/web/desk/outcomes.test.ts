import { describe, expect, it } from 'vitest';
import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import * as limits from '../../../shared/limits.ts';
import { type Outcome, withOutcome } from './outcomes.ts';

const view = (name: string, state: CounterView['state'] = 'passed'): CounterView => ({
  ...{ sessionId: `ses_${name.padEnd(22, 'A')}`, state, version: 3, openedAt: 0, result: 'a.b.c' },
  ...({ scene: 'hotel', level: 'basic' } as const),
});
const listed = (...heard: [CounterView, number?][]) =>
  heard.reduce<readonly Outcome[]>((list, [each, at]) => withOutcome(list, each, at), []);

describe('the last outcomes of a counter', () => {
  it('are five at most, the one that was heard last before the others', () => {
    const heard = listed(...[1, 2, 3, 4, 5, 6].map((at): [CounterView, number] => [view(`s${at}`), at]));
    expect(heard.map(({ endedAt }) => endedAt)).toEqual([6, 5, 4, 3, 2]);
    expect(limits.outcomesShown).toBe(5);
  });

  it('have each check once, and none that is still on', () => {
    expect(listed([view('one'), 1], [view('one'), 2], [view('two', 'claimed')])).toHaveLength(1);
  });

  it('keep what a clerk is asked for, without a time that nobody knows, and no result token', () => {
    expect(listed([view('one', 'failed'), 7], [view('two', 'declined')])).toEqual([
      { sessionId: `ses_two${'A'.repeat(19)}`, state: 'declined' },
      { sessionId: `ses_one${'A'.repeat(19)}`, state: 'failed', endedAt: 7 },
    ]);
  });
});
