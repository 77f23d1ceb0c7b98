import { describe, expect, it } from 'vitest';
import { attempts } from './attempts.ts';

describe('what is asked of a desk', () => {
  it('is done once at a time, and told how it ended', async () => {
    const ends: unknown[] = [];
    const done: string[] = [];
    const attempt = attempts((fault) => ends.push(fault));
    const first = Promise.withResolvers<void>();
    const running = attempt(() => first.promise);
    await attempt(async () => void done.push('meanwhile'));
    expect([done, ends]).toEqual([[], []]);
    const refusal = new Error('refused');
    first.reject(refusal);
    await running;
    expect(ends).toEqual([refusal]);
    await attempt(async () => void done.push('after'));
    expect([done, ends]).toEqual([['after'], [refusal, undefined]]);
  });
});
