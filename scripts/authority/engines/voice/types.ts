/** The closed list of what the voice engine can find. */
export type VoiceFinding =
  | 'not-a-recording'
  | 'too-long'
  | 'too-short'
  | 'too-quiet'
  | 'clipped'
  | 'too-noisy'
  | 'narrow-band'
  | 'unclear-digits'
  | 'inconsistent-rounds'
  | 'wrong-digits'
  | 'zero-read-otherwise'
  | 'one-read-otherwise'
  | 'two-read-otherwise'
  | 'other-voice'
  | 'uncertain-voice'
  | 'replayed-enrolment'
  | 'sample-seen-before';

/**
 * One spoken digit. `features`: one row each 10 ms of 23 cepstral coefficients in half decibels (integers, -127..127).
 * `pitch`: one value a row in hertz, 0 where unvoiced. `colour`: mean level of each of 40 mel bands in decibels.
 */
export interface VoiceTemplate {
  digit: number;
  round: number;
  features: number[][];
  pitch: number[];
  colour: number[];
}

/**
 * What the authority keeps of an enrolment, plain JSON (about 70 KB); `encodeReference` makes 25 KB of bytes of it.
 * `spread`: median distance in decibels between two rounds of one digit.
 */
export interface VoiceReference {
  templates: VoiceTemplate[];
  spread: number;
}

/** What was heard under this credential before: digests of recordings and traces of phrases, enrolment not included. */
export interface VoiceSeen {
  digests: readonly string[];
  traces: readonly VoiceTemplate[];
}

/** Distances in decibels unless said otherwise; absent where the decision came before they were computed. */
export interface VoiceScores {
  snr?: number;
  level?: number;
  /** Of the highest band of speech over its middle. */
  hiss?: number;
  /** What the best reading of the phrase gains over the expected one, a row. */
  digitGain?: number;
  /** The digits as they were understood. */
  heard?: string;
  /** Distance from the holder's nearest templates over the root of their spread: all digits, worse half, worst one. */
  ownMean?: number;
  ownHalf?: number;
  ownWorst?: number;
  /** Natural logarithm of the nearest cohort distance over the own distance: all digits, worse half, worst one. */
  marginMean?: number;
  marginHalf?: number;
  marginWorst?: number;
  /** Octaves off the enrolled pitch, median over the digits. */
  pitchMedian?: number;
  /** Drop of the low and the high end of the spectrum against the enrolment. */
  lowDrop?: number;
  highDrop?: number;
  /** How many digits are copies of enrolled ones, and of ones seen before: exact, and with tempo or room changed. */
  copiedEnrolment?: { exact: number; likely: number; meanShare: number };
  copiedSeen?: { exact: number; likely: number; meanShare: number };
}

/**
 * `digests`: SHA-256 of the sound, and `traces`: the phrase's digits, both to be kept and handed back as `VoiceSeen`
 * at the next decision.
 */
export interface VoiceDecision {
  band: 'pass' | 'retry' | 'fail';
  findings: VoiceFinding[];
  scores: VoiceScores;
  digests: string[];
  traces: VoiceTemplate[];
}
