const minute = 60_000;
const day = 24 * 60 * minute;

/** How long what becomes of a credential takes, each with its reason: a part of `limits`. Times in milliseconds. */

/** Who has a new phone brings the credential along on the same day; later a stolen login is worth nothing. */
export const movableFor = day;
/** A phone without a secure key that follows one with it waits so long: the owner of the former one hears of it before. */
export const downgradeRest = day;
/** The level that an officer gave comes to another phone a day later, and every phone of the holder says so meanwhile. */
export const strictWait = day;
/** A phone that lost its place may dispute it for so long: Login.gov gives its notices as many hours, 240. */
export const ticketLifetime = 10 * day;
/** A new card is there within two weeks; the temporary report of a social-security card ends by itself within 10 to 15 days. */
export const cardReportLasts = 15 * day;
/** A new card takes some weeks to be made: the first word comes a month before, one a week before, and one on the last day but one. */
export const remindBefore = [30 * day, 7 * day, day] as const;
/** A platform that is down is back within the hour; a reminder that could not go for a day is told by the inbox alone. */
export const reminderRetry = 10 * minute;
export const reminderGivenUp = day;
/** One template for each of these moments: WeChat lets each be sent once, and asks for three at once. */
export const messageTemplates = 3;
/** Both platforms' ids of templates have 43 letters or 44. */
export const messageTemplate = 64;
/** A finger is laid on within a minute; whoever takes longer begins anew. */
export const soterChallengeLifetime = 2 * minute;
/** WeChat's own signature over some 300 bytes of JSON is below 400 letters. */
export const soterJson = 4096;
export const soterSignature = 1024;
/** What happened to a credential may be looked up by the season. */
export const noticeLifetime = 90 * day;
export const noticesPerPage = 50;
/** A consent that ended can be shown for as long as somebody may go to court about it: three years (Civil Code, article 188). */
export const endedConsentKept = 3 * 365 * day;
/** As long, an erasure is found by the number of its receipt: whoever asks what became of it asks by then. */
export const erasureKept = endedConsentKept;
/** What is void says for a while why it is, and is of no use afterwards. */
export const voidKept = 30 * day;
/** All that a holder may have agreed to: each form once, and what it took the place of. */
export const consentsListed = 100;
/** What the authority holds about one person, signed: some 50 KB where every list is full; all are as long, so that no length tells how many. */
export const exportPlaintext = 64 * 1024;
/** The same with its encapsulated key and its tag, in base64url. */
export const exportSealed = 87_446;
/** A busy day: more are summed up. */
export const exportedChallenges = 50;
/** Five wards and somebody who answers for the holder, each changed twice in a year. */
export const exportedDelegations = 20;
/** Twice a year for as long as cases are kept. */
export const exportedRaises = 20;
/** Nobody is made an officer more often. */
export const exportedOffices = 10;
/** A dispute that was settled stays for questions about it; it tells of nobody. */
export const disputeLifetime = 180 * day;
