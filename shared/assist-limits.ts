const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;

/** How long and how often things go in checks without a face, each with its reason: a part of `limits`. Times in milliseconds. */

/** The attendant has read the card before; the guest types six digits or says them, and the attendant looks and signs. */
export const assistChallengeLifetime = 3 * minute;
/** The same, and its grace. */
export const assistChallengedLifetime = 4 * minute;
/** Six digits, said slowly, by somebody who begins late. */
export const assistVoice = 15 * second;
/** Bits a second of a recording in a browser: speech with all that tells speakers apart. */
export const voiceBitRate = 96_000;
/** As on the keypads of cash machines: what people can keep in mind. */
export const pinDigits = 6;
/** Five of a million: beyond it somebody guesses, and only a desk gives it back. */
export const pinTries = 5;
/** scrypt (RFC 7914): N with r = 8 and p = 1, 32 MiB and some 60 ms for each try. */
export const pinCost = 2 ** 15;
/** What scrypt may take of the memory: N * r * 128 bytes, and as much again. */
export const pinMemory = 64 * 1024 * 1024;
/** A desk where nobody comes with a phone, one after the other. */
export const assistsPerOfficer = { atOnce: 20, every: 1 * minute } as const;
/** How long a check that was declined can be gone on from: its guest still stands there. */
export const declinedLookBack = 10 * minute;
/** Checks of one counter from which an attendant chooses. */
export const checksToAssist = 20;
/** The operator is told of so many together, as of reports: one more never shows by itself. */
export const assistsTogether = 5;
/** A year to compare with the one before, month by month. */
export const assistsKept = 400 * day;
