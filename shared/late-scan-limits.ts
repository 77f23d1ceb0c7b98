const second = 1000;
const minute = 60 * second;

/** How long late scans count, how much more time a check may get and how little, and the word that vouches for a late one: a part of `limits`. */

/** A genuine code that took longer to come: the line or the app was slow. It counts as late, and the counter word is demanded. */
export const lateCodeMaxAge = 60 * second;
/** What a guest who has to log in and apply first takes, at a calm pace; a counter gives it once. */
export const moreTime = 10 * minute;
/** A phone may move the deadline of its step once by as much. */
export const moreTimeOnPhone = 2 * minute;
/** Nobody looks and speaks in less: a challenge that ends sooner is not meant to be answered, and not waited for. */
export const challengeLeast = 10 * second;
/** The holder says three digits, and the clerk types them, at a busy desk. */
export const wordLifetime = 2 * minute;
/** What one person says and another types without effort; more would be a code that people write down. */
export const wordDigits = 3;
/** One slip of the ear or of the finger; two guesses of a thousand. */
export const wordTries = 2;
