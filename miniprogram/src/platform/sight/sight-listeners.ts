import type { Sight } from './sight.ts';

/** Milliseconds from one look to the next. */
export const lookEvery = 200;

const listeners = new Set<(sight: Sight) => void>();

/** Calls `listener` about five times a second with what the preview shows; the answer takes it away again. */
export function onSight(listener: (sight: Sight) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Whether anybody wants to know: looking costs the phone work. */
export function isWatched(): boolean {
  return listeners.size > 0;
}

export function showSight(sight: Sight): void {
  for (const listener of [...listeners]) listener(sight);
}
