import type { Counter } from '../../../stand-ins/counter/counter.ts';

/**
 * Counters that can be cleared: every check that was opened at them by then is ended, as by a clerk whose guest has left. A holder has
 * room for few at the same time, and each scene leaves one behind.
 */
export function clearCounters(): {
  clearable(counter: Counter): Counter;
  /** That check too, which a page opened at one of these counters. */
  endLater(counter: Counter, sessionId: string): void;
  clear(): Promise<void>;
} {
  let endings: (() => Promise<unknown>)[] = [];
  return {
    clearable: (counter) => ({
      ...counter,
      async openSession(scene, purpose) {
        const check = await counter.openSession(scene, purpose);
        endings.push(() => counter.endSession(check.session.sessionId, 'abandoned'));
        return check;
      },
    }),
    endLater(counter, sessionId) {
      endings.push(() => counter.endSession(sessionId, 'abandoned'));
    },
    async clear() {
      const due = endings;
      endings = [];
      // What has ended, or is being decided, ends without the clerk.
      await Promise.allSettled(due.map((end) => end()));
    },
  };
}
