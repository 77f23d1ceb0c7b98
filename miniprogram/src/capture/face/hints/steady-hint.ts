import type { SightHint } from './tell-hint.ts';

/** Milliseconds for which something is seen before it is said, or unsaid; and for which it is said at least. */
export const settling = 600;
export const shownAtLeast = 1_500;

/**
 * Keeps hints from flickering: one is shown once it was seen without a break, stays long enough to be read, and goes
 * once it was not seen for as long.
 * @returns takes what is seen now and the time in milliseconds, and says what to show
 */
export function steadyHint(): (seen: SightHint | undefined, now: number) => SightHint | undefined {
  let shown: SightHint | undefined;
  let shownSince = 0;
  let seenLately: SightHint | undefined;
  let seenSince = 0;
  return (seen, now) => {
    if (seen !== seenLately) {
      seenLately = seen;
      seenSince = now;
    }
    const settled = now - seenSince >= settling;
    const readable = shown === undefined || now - shownSince >= shownAtLeast;
    if (seen !== shown && settled && readable) {
      shown = seen;
      shownSince = now;
    }
    return shown;
  };
}
