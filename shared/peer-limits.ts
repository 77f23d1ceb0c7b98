const second = 1000;
const minute = 60 * second;

/** Of two people who confirm each other, each with its reason: a part of `limits`. */

/** They stand together: one scans at once. A code that is left lying about is of no use. */
export const meetingOpen = 3 * minute;
/** Two checks with all their attempts take less; afterwards nothing links the two. */
export const meetingMemory = 30 * minute;
/** Who was declined so often within a day asks people who do not want to be asked, and asks nobody else that day. */
export const meetingDeclines = 3;
export const meetingDeclinesWindow = 24 * 60 * minute;
/** Somebody who meets a few people a day, and opens again where nobody scanned in time. */
export const meetingsPerHolder = { atOnce: 10, every: 30 * minute } as const;
/** The same on the other side: whoever is made to scan again and again is left in peace after these. */
export const meetingsJoinedPerHolder = { atOnce: 10, every: 30 * minute } as const;
