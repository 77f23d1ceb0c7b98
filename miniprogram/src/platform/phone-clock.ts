import type { Clock } from './platform.ts';

/** The clock that every platform has. */
export const phoneClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, then) {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
};
