import * as limits from './limits.ts';

export type NameProblem = 'empty' | 'too-long' | 'characters' | 'direction';

/** A name as it was written, and the one form that all ways of writing it share. */
export type PersonName =
  | { ok: true; written: string; canonical: string }
  | { ok: false; problem: NameProblem };

/** Turn the direction of writing: what is read on the screen is not what is stored. */
const direction = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** Controls, halves of a surrogate pair, and code points that are no characters. */
const noCharacters = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufdd0-\ufdef\ufffe\uffff]/u;
/** Show nothing: zero width spaces and joiners, soft hyphens, variation selectors, fillers, tags; the empty Braille cell. */
const unseen = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** The dots that stand between the parts of a name, as keyboards and registers write them. */
const dots = / *[\u00b7\u0387\u0701\u2022\u2024\u2027\u2219\u22c5\u25cf\u2e30\u2e31\u30fb\uff65] */g;
/** Some keyboards have only the full stop. */
const stopsInHan = /(\p{Script=Han}) *[.\u3002] *(?=\p{Script=Han})/gu;
const spacesInHan = /(\p{Script=Han}) +(?=\p{Script=Han})/gu;

/**
 * Reads a person's name. Two ways of writing one name (separators, NFC, width, spaces, what is not seen, case) have one canonical
 * form: what phone and authority compare. `written` is what the person wrote, without white space at its ends.
 */
export function readPersonName(text: string): PersonName {
  if (text.length > 4 * limits.personName) return { ok: false, problem: 'too-long' };
  if (noCharacters.test(text)) return { ok: false, problem: 'characters' };
  if (direction.test(text)) return { ok: false, problem: 'direction' };
  const canonical = canonicalName(text);
  if (!/[\p{L}\p{N}\p{Co}]/u.test(canonical)) return { ok: false, problem: 'empty' };
  const written = text.trim();
  if ([...written].length > limits.personName) return { ok: false, problem: 'too-long' };
  return { ok: true, written, canonical };
}

function canonicalName(text: string): string {
  return text
    .replace(unseen, '')
    .normalize('NFKC')
    .replace(dots, '\u00b7')
    .replace(/\p{Zs}+/gu, ' ')
    .replace(stopsInHan, '$1\u00b7')
    .replace(spacesInHan, '$1')
    .replace(/ *\u00b7+ */g, '\u00b7')
    .trim()
    .toUpperCase();
}
