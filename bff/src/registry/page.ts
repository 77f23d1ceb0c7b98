import { decodeBase64url, encodeBase64url } from '../../../shared/bytes/base64url.ts';
import { decodeUtf8, encodeUtf8 } from '../../../shared/bytes/utf8.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';

/** How a page was asked for: `after` is `next` of the page before. */
export interface PageAsked {
  after?: string;
  limit?: number;
}

/** What a page goes on from; the empty text before the first. @throws Problem request-invalid where it is none that was given out */
export function placeOf({ after }: PageAsked): string {
  if (after === undefined) return '';
  try {
    return decodeUtf8(decodeBase64url(after));
  } catch (cause) {
    throw new Problem('request-invalid', { cause });
  }
}

/** How many rows to read: one more than are shown, which tells whether there is another page. */
export const rowsWanted = ({ limit = limits.registryPage }: PageAsked): number => limit + 1;

/** The rows of the page, and where it goes on. */
export function cutPage<R>(
  rows: readonly R[],
  { limit = limits.registryPage }: PageAsked,
  placeAt: (row: R) => string,
): { shown: R[]; next?: string } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return rows.length > limit && last !== undefined
    ? { shown, next: encodeBase64url(encodeUtf8(placeAt(last))) }
    : { shown };
}
