import type { Page, Place } from '../ports/page.ts';

/** Where the page after these rows begins; undefined where they were the last. */
export function placeAfter(rows: readonly Place[], { most }: Page): Place | undefined {
  const last = rows.at(-1);
  return last === undefined || rows.length < most ? undefined : { at: last.at, id: last.id };
}

/** The place before the newest of all rows. */
export const newest: Place = { at: Number.MAX_SAFE_INTEGER, id: '' };
