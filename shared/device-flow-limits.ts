const second = 1000;
const minute = 60 * second;

/** Checks that an OAuth client opens as a device flow (RFC 8628): a part of `limits`. */
export const deviceFlowLimits = {
  /**
   * The code stays the same, and nobody gives more time: it is open for what a counter that gave it would wait, thirteen minutes, and the
   * rest is for the check of who came last.
   */
  deviceCodeLifetime: 15 * minute,
  /** Who asks after the end is told so this long, and from then on that there is no such code. */
  deviceCodeMemory: 10 * minute,
  /** What clients wait between two questions where nothing is said (RFC 8628 section 3.2); the same is added for each that came too soon. */
  devicePollSeconds: 5,
  /** A program that knows less than this of the slow-downs it was sent, having lost the answers, comes to know them; none harms anybody at this pace. */
  devicePollSecondsMost: 60,
  /** A client counts from the answer or from its question, and networks vary: so much earlier is not too soon. */
  devicePollSlack: 1 * second,
  /** A counter's fifty live checks, each asked after every five seconds. Each question keeps 130 bytes for seven minutes: half a MB. */
  devicePollsPerCounter: { atOnce: 600, every: 100 },
  /**
   * One guest at a desk types one code, and one address may be a whole hotel: at one each five seconds a guesser needs years for one of
   * 20^8 codes, were ten thousand of them live.
   */
  userCodesPerNetwork: { atOnce: 60, every: 5 * second },
  /** A code as somebody types it, with what else a keyboard gives. */
  typedUserCode: 64,
} as const;
