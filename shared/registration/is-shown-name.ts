/** Turn the direction of writing, break the line, are controls, or halves of a surrogate pair. */
const misleading = /[\p{Bidi_Control}\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;
/** Show nothing; the empty Braille cell does neither. */
const unseen = /[\p{Default_Ignorable_Code_Point}\u2800]/u;
/** These choose a form of the character before them, as registers of rare characters do. */
const variants = /\p{Variation_Selector}/gu;

/**
 * Whether a name of a relying party, of its counter or of a place may be shown to people who decide by it: all of it is seen, in the
 * order in which it stands, and something of it is a letter or a digit.
 */
export function isShownName(text: string): boolean {
  if (misleading.test(text) || unseen.test(text.replace(variants, ''))) return false;
  return text === text.trim() && /[\p{L}\p{N}]/u.test(text);
}
