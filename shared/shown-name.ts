/** Controls, halves of surrogate pairs, ends of lines, and what shows nothing or turns the direction of writing. */
const unseen = '\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\u2800';

/**
 * A name that the authority's registrar signs and every screen shows, as a regular expression with the flag `u`: 1 to 60 characters
 * on one line, one of them a letter or a digit, without white space at its ends. What is read on the screen is what was signed:
 * nothing in it is unseen or turns the direction of writing, or one counter could be written like another.
 */
export const shownNamePattern = `^(?=.*[\\p{L}\\p{N}])[^${unseen}\\p{Zs}](?:[^${unseen}]{0,58}[^${unseen}\\p{Zs}])?$`;
