import { Problem } from '../../../shared/problem.ts';

/** Whether the key is new within the window; from then on it is not. */
export type SeenOnce = (key: string) => boolean;

/**
 * Remembers one-time ids for at least `window` milliseconds and at most twice as long, in the memory of this process.
 * Two sets take turns, so that forgetting costs nothing. At most `capacity` ids fit in a window: beyond that nobody is
 * let in rather than anybody twice.
 * @throws Problem too-many-requests when full
 */
export function seenOnce({
  now,
  window,
  capacity,
}: {
  now: () => number;
  window: number;
  capacity: number;
}): SeenOnce {
  let current = new Set<string>();
  let previous = new Set<string>();
  let turnsAt = now() + window;
  return (key) => {
    const time = now();
    if (time >= turnsAt) {
      previous = time >= turnsAt + window ? new Set() : current;
      current = new Set();
      turnsAt = time + window;
    }
    if (current.has(key) || previous.has(key)) return false;
    if (current.size >= capacity) throw new Problem('too-many-requests');
    current.add(key);
    return true;
  };
}
