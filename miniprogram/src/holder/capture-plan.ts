/**
 * What one capture takes, in frames and milliseconds. Eleven frames of 640x480 stay below 300 KB; four in a prompt's
 * window give the authority a best one and some to compare.
 */
export const capturePlan = {
  neutral: { frames: 3, longest: 3_000 },
  prompt: { frames: 4, longest: 6_000 },
  /** A camera that gives nothing for so long is closed. */
  face: 30_000,
  /** The pace at which digits appear: thirty of them, in 16-bit sound at 16 kHz, stay within one voice sample. */
  perDigit: 850,
  /** To find the first digit, and to finish the last. */
  speechMargin: 3_000,
  /** For the person to allow the microphone, and for the recorder to start and stop. */
  recorderStart: 15_000,
} as const;
