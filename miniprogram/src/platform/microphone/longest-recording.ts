import type { Speech } from '../platform.ts';

/** A voice sample holds 30 seconds of 16 kHz WAV, and the authority takes up to 12 seconds for a phrase. */
const phrase = 11_500;
const enrolment = 29_500;
/** More digits than a phrase has. */
const manyDigits = 12;

/** Milliseconds that are recorded at most. */
export function longestRecording({ digits, longest }: Speech): number {
  return Math.min(longest, digits.length > manyDigits ? enrolment : phrase);
}
