import { describe, expect, it } from 'vitest';
import * as limits from '../../../../shared/limits.ts';
import { afterEnding } from './after-ending.ts';

const refused = (status: number, retryAfter?: number) => ({ how: 'refused', status, retryAfter }) as const;

describe('how a stream is taken up again', () => {
  it('at once and without a word where its token ran out', () => {
    expect(afterEnding({ how: 'token-ends', retry: 500 }, 0)).toEqual({
      line: undefined,
      pause: 0,
      poll: false,
    });
  });

  it('after the wait that a restart asks for, without a word', () => {
    const next = afterEnding({ how: 'restart', retry: 7_000 }, 1);
    expect(next).toEqual({ line: undefined, pause: 7_000, poll: false });
  });

  it('ever more calmly where the line is gone, and this is said', () => {
    const pauses = [1, 2, 3, 4, 5, 9].map((failures) => afterEnding({ how: 'broken' }, failures).pause);
    expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000]);
    expect(afterEnding({ how: 'broken' }, 1).line).toBe('lost');
    expect(afterEnding({ how: 'unreached' }, 1).line).toBe('lost');
  });

  it('with a fresh token at once after the first 401, and as refused after the second', () => {
    expect(afterEnding(refused(401), 1)).toEqual({ line: undefined, pause: 0, poll: false });
    const again = { line: 'refused', pause: limits.eventStreamRefused, poll: false };
    expect(afterEnding(refused(401), 2)).toEqual(again);
  });

  it.each([400, 403, 404])('as refused, but not for good, after a %i', (status) => {
    const next = { line: 'refused', pause: limits.eventStreamRefused, poll: false };
    expect(afterEnding(refused(status), 1)).toEqual(next);
  });

  it('by pages for a minute where the places of the counter are taken, without a word', () => {
    const next = { line: undefined, pause: limits.eventStreamPollFor, poll: true };
    expect(afterEnding(refused(429, 600_000), 1)).toEqual(next);
  });

  it('after what the service asks for where it is down, a minute at most', () => {
    expect(afterEnding(refused(503, 20_000), 1)).toEqual({ line: 'lost', pause: 20_000, poll: false });
    expect(afterEnding(refused(503, 600_000), 1).pause).toBe(limits.eventStreamPollFor);
    expect(afterEnding(refused(500), 3).pause).toBe(2_000);
  });
});
