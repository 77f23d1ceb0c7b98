import { describe, expect, it } from 'vitest';
import * as limits from '../../../../shared/limits.ts';
import { closingOf } from './watch-idle.ts';

const day = { expiresAt: 10 * limits.officerIdle };
const idle = (now: number) => closingOf({ now, touchedAt: 0, ...day });

describe('a shift', () => {
  it('goes on without a word while somebody is at work', () => {
    expect(idle(0)).toBeUndefined();
    expect(idle(limits.officerIdle - limits.deadlineShown - 1)).toBeUndefined();
  });

  it('tells twenty seconds before that nobody was, and then ends', () => {
    expect(limits.deadlineShown).toBe(20_000);
    expect(idle(limits.officerIdle - limits.deadlineShown)).toEqual({ left: 20_000, why: 'idle' });
    expect(idle(limits.officerIdle + 1)).toEqual({ left: 0, why: 'idle' });
  });

  it('tells as long before that its day is over, however busy its officer', () => {
    const at = (left: number) =>
      closingOf({ now: day.expiresAt - left, touchedAt: day.expiresAt - left, ...day });
    expect(at(20_001)).toBeUndefined();
    expect(at(20_000)).toEqual({ left: 20_000, why: 'day' });
  });
});
