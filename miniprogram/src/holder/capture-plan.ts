/**
 * What one capture takes, in frames and milliseconds. Eleven frames of 640x480 stay below 300 KB; four in a prompt's
 * window give the authority a best one and some to compare.
 */
export const capturePlan = {
  neutral: { frames: 3, longest: 3_000 },
  prompt: { frames: 4, longest: 6_000 },
  /** A camera that gives nothing for so long is closed. */
  face: 30_000,
  /** A digit read slowly, by somebody who looks up at each. */
  perDigit: 1_500,
  /** To find the first digit, and for the recorder to start and stop. */
  speechMargin: 5_000,
} as const;
