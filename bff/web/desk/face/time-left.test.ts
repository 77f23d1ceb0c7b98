import { describe, expect, it } from 'vitest';
import type { CounterView } from '../../../../shared/contract/verify/08-result.ts';
import * as limits from '../../../../shared/limits.ts';
import { timeLeft } from './time-left.ts';

const deadline = 1_000_000;
const view = (state: CounterView['state']): CounterView => ({
  ...{ sessionId: `ses_${'A'.repeat(22)}`, state, version: 1, scene: 'hotel', level: 'basic' },
  ...{ openedAt: 0, deadline },
});

describe('the time that is left', () => {
  it('counts seconds from 20 s before the end, whatever the state', () => {
    for (const state of ['open', 'claimed'] as const) {
      expect(timeLeft(view(state), deadline - limits.deadlineShown)).toEqual({
        soon: true,
        words: { zh: '还剩 20 秒', en: '20 s left' },
      });
      expect(timeLeft(view(state), deadline + 5_000)?.words.en).toBe('0 s left');
    }
  });

  it('tells minutes before, while the code waits to be scanned', () => {
    expect(timeLeft(view('open'), deadline - 130_000)).toEqual({
      soon: false,
      words: { zh: '还剩约 3 分钟', en: 'about 3 min left' },
    });
  });

  it('is silent while people work, after the end, and while the time is in doubt', () => {
    expect(timeLeft(view('claimed'), deadline - limits.deadlineShown - 1)).toBeUndefined();
    const { deadline: _none, ...ended } = view('passed');
    expect(timeLeft(ended, deadline)).toBeUndefined();
    expect(timeLeft(view('open'), undefined)).toBeUndefined();
  });
});
