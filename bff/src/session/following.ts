import { isDeepStrictEqual } from 'node:util';
import { shownOf } from './counter-view.ts';
import type { Next, Session } from './session.ts';

/**
 * What a session becomes by a change: one version further, and shown anew where its counter sees something else than before. Two
 * checks that show the same have the same number, however many samples, attempts, causes and verdicts there were.
 */
export function following(from: Session, next: Next): Session {
  const shown = from.shown + (isDeepStrictEqual(shownOf(from), shownOf(next)) ? 0 : 1);
  return { ...next, version: from.version + 1, shown };
}
