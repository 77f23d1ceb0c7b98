import * as limits from '../../../shared/limits.ts';
import type { Ports } from '../ports/ports.ts';

/** The work that makes unreadable, every `limits.scrubEvery`, what was forgotten since. */
export function scrubbing(): (ports: Ports) => Promise<void> {
  let next = 0;
  return async ({ db, now }) => {
    if (now() < next) return;
    next = now() + limits.scrubEvery;
    await db.scrub();
  };
}
