import * as limits from '../../../../shared/limits.ts';

/** How the desk ends by itself: nobody has done anything, or the day is over. */
export type Ending = 'idle' | 'day';

/** What is about to end: the milliseconds that are left, and why. */
export interface Closing {
  left: number;
  why: Ending;
}

/**
 * When a shift ends by itself, and that it is about to: whoever walks away leaves no open desk, and nobody is put out without a word
 * `limits.deadlineShown` before.
 * @param of all in milliseconds of one clock
 */
export function closingOf(of: { now: number; touchedAt: number; expiresAt: number }): Closing | undefined {
  const idle = of.touchedAt + limits.officerIdle - of.now;
  const day = of.expiresAt - of.now;
  const closing: Closing = idle <= day ? { left: idle, why: 'idle' } : { left: day, why: 'day' };
  return closing.left <= limits.deadlineShown ? { ...closing, left: Math.max(0, closing.left) } : undefined;
}
