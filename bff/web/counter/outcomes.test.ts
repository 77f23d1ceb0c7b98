import { describe, expect, it } from 'vitest';
import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import { limits } from '../../../shared/limits.ts';
import { type Outcome, withOutcome } from './outcomes.ts';

const view = (name: string, decidedAt: number | undefined, state: CounterView['state'] = 'passed') => ({
  ...{ sessionId: `ses_${name.padEnd(22, 'A')}`, state, version: 3, openedAt: 0, result: 'a.b.c' },
  ...({ scene: 'hotel', level: 'basic' } as const),
  ...(decidedAt !== undefined && { decidedAt }),
});
const listed = (...views: CounterView[]) => views.reduce<readonly Outcome[]>(withOutcome, []);

describe('the last outcomes of a counter', () => {
  it('are five at most, newest first, in whatever order they are heard', () => {
    const heard = listed(...[3, 1, 6, 2, 5, 4].map((at) => view(`s${at}`, at)));
    expect(heard.map(({ decidedAt }) => decidedAt)).toEqual([6, 5, 4, 3, 2]);
    expect(limits.outcomesShown).toBe(5);
  });

  it('have each check once, and none that is still on', () => {
    const heard = listed(view('one', 1), view('one', 1), view('two', undefined, 'claimed'));
    expect(heard).toHaveLength(1);
  });

  it('keep what a clerk is asked for, and no result token', () => {
    expect(listed(view('one', 7, 'failed'))).toEqual([
      { sessionId: `ses_one${'A'.repeat(19)}`, state: 'failed', decidedAt: 7 },
    ]);
  });
});
