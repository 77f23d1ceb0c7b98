import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runOut } from './run-out.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('gives a thing out when its time is over, and makes a new one once that is forgotten', async () => {
  const make = vi.fn().mockResolvedValueOnce('first').mockResolvedValueOnce('second');
  const over = runOut<string>(make, 10_000, 60_000);
  const given: string[] = [];
  const take = async (after: number): Promise<void> => {
    void over().then((thing) => given.push(thing));
    await vi.advanceTimersByTimeAsync(after);
  };
  await take(12_000);
  expect(given).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(given).toEqual(['first']);
  await take(0);
  expect(given).toEqual(['first', 'first']);
  await vi.advanceTimersByTimeAsync(60_000);
  await take(13_000);
  expect(given).toEqual(['first', 'first', 'second']);
});
