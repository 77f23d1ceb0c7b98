import * as limits from '../../../shared/limits.ts';

/**
 * What one capture takes, in frames and milliseconds. Eleven frames of 640x480 stay below 200 KB where the platform lets
 * their quality be chosen; four in a prompt's window give the authority a best one and some to compare.
 */
export const capturePlan = {
  neutral: { frames: 3, longest: 3_000 },
  prompt: { frames: 4, longest: 6_000 },
  /** A camera that gives nothing for so long is closed. */
  face: 30_000,
  /**
   * The pace at which digits appear: slow enough to find each one, see it and say it. The thirty of an enrolment must, in
   * 16-bit sound at 16 kHz, stay within one voice sample.
   */
  perDigit: { few: 1_100, many: 850 },
  /** From the microphone's first sound to the first digit. */
  lead: 700,
  /** To find the first digit, and to finish the last. */
  speechMargin: 3_000,
  /** For the person to allow the microphone, and for the recorder to start and stop. */
  recorderStart: 15_000,
} as const;

/** Milliseconds for which each of so many digits is shown. */
export function digitPace(count: number): number {
  return count > limits.checkDigitsMost ? capturePlan.perDigit.many : capturePlan.perDigit.few;
}
