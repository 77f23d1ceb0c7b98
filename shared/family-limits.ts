const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;

/** What a guardian may do for a family, each with its reason: a part of `limits`. Times in milliseconds. */

/** As with family accounts of the health insurance. */
export const wardsPerGuardian = 5;
/** Whoever answers for somebody says so once a year. */
export const delegationLifetime = 365 * day;
/** A month to see the notice and press the button. */
export const delegationRenewal = 30 * day;
/** After the fourteenth birthday the old form ends at once; so long it can be renewed in the new one, without a desk. */
export const delegationFormGrace = 30 * day;
/** Who bound and ended it can be said so long after; then nothing says that one answered for the other. */
export const delegationKept = 365 * day;
/** One that ended is shown so long: within it a child's can be renewed in the form of the next age. */
export const delegationShown = 30 * day;
/** Of how many the authority is asked at once how they stand: far below what an answer may hold. */
export const delegationsPerPage = 100;
/** When a guardian is told that a delegation ends. */
export const delegationNotices = [30 * day, 7 * day, 1 * day] as const;
/** A telephone call, and a clerk who types. */
export const wardCodeLifetime = 10 * minute;
/** Said by telephone; with the quota of a counter nobody finds one of the few that are alive. */
export const wardCodeDigits = 8;
/** The guardian hears the phone, reads who asks and where, and decides. */
export const wardRequestLifetime = 3 * minute;
/** Who picked up a guardian's open phone does not go without the question the same day; every phone hears of it. */
export const wardTellWait = day;
/** A word of the guardian's is for the check that is open now. */
export const guardianWordLifetime = 10 * minute;
/** Documents of a ward, with the card's signature. */
export const kinPlaintext = 4 * 1024;
/** Five family members, each changed twice. */
export const delegationChangesPerHolder = { atOnce: 10, every: 10 * minute } as const;
/** Each is said to somebody by telephone. */
export const wardCodesPerHolder = { atOnce: 10, every: 6 * minute } as const;
/** A desk types what somebody says, with a slip or two: of a hundred million codes it tries a few hundred a day. */
export const wardCodesTypedPerCounter = { atOnce: 20, every: 2 * minute } as const;
