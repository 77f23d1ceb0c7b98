import { decodeBase64url } from './bytes/base64url.ts';

/** Crockford's base 32: no I, L, O or U, which are taken for digits or make words. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The short name of a session that phone and counter both show, or of a meeting that two phones do, so that two people can say which one they mean: six signs in two
 * groups, as in `7F3-K9M`. It opens nothing.
 * @param id of the form `idPattern.ses` or `idPattern.mtg`
 */
export function referenceOf(id: string): string {
  const bytes = decodeBase64url(id.slice(id.indexOf('_') + 1));
  const picked = Array.from({ length: 6 }, (_, place) => signs.charAt((bytes[place] ?? 0) % signs.length));
  return `${picked.slice(0, 3).join('')}-${picked.slice(3).join('')}`;
}
