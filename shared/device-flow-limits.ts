const second = 1000;
const minute = 60 * second;

/** Checks that an OAuth client opens as a device flow (RFC 8628): a part of `limits`. */

/** Nobody gives such a check more time: it is over by then, whoever came when; a guest who has to log in and apply first is done. */
export const deviceCheckLifetime = 15 * minute;
/** Nobody agrees, looks, speaks and says the word in less: of who comes later no face is taken for nothing. */
export const deviceClaimLeast = 1 * minute;
/** A client at the longest pause (`devicePollSecondsMost`) is still told of what was decided at the last second. */
export const deviceAnswerKept = 1 * minute;
/** What clients are told: stock ones stop asking then. */
export const deviceCodeLifetime = deviceCheckLifetime + deviceAnswerKept;
/** Who asks after the end is told so this long, and from then on that there is no such code. */
export const deviceCodeMemory = 10 * minute;
/** What clients wait between two questions where nothing is said (RFC 8628 section 3.2); the same is added for each that came too soon. */
export const devicePollSeconds = 5;
/** A program that knows less than this of the slow-downs it was sent, having lost the answers, comes to know them; none harms anybody at this pace. */
export const devicePollSecondsMost = 60;
/** A client counts from the answer or from its question, and networks vary: so much earlier is not too soon. */
export const devicePollSlack = 1 * second;
/** A counter's fifty live checks, each asked after every five seconds. Each question keeps 130 bytes for seven minutes: half a MB. */
export const devicePollsPerCounter = { atOnce: 600, every: 100 } as const;
/**
 * One guest at a desk types one code, and one address may be a whole hotel: at one each five seconds a guesser needs years for one of
 * 20^8 codes, were ten thousand of them live.
 */
export const userCodesPerNetwork = { atOnce: 60, every: 5 * second } as const;
/** A code as somebody types it, with what else a keyboard gives. */
export const typedUserCode = 64;
