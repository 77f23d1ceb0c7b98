/**
 * Every number on which the voice engine decides, with its source. "measured" means `measure-voice.ts` on the eight synthetic
 * citizens (48 genuine phrases, 56 pairs of speakers, built attacks); what it prints shows the margins. Distances are
 * decibels. No claim about real voices rests on these numbers.
 */

/** Twice the longest enrolment seen (15 s) at 48 kHz stereo would be 6 MB; a phone sends 16 kHz mono, 0.5 MB. */
export const maxWavBytes = 4_000_000;
/** Rates of telephone and studio: below there is no speech to analyse, above nobody records. */
export const minRate = 8_000;
export const maxRate = 192_000;
/** Enrolments last 11-16 s, phrases 1.5-3.4 s. */
export const maxEnrolmentSeconds = 40;
export const maxPhraseSeconds = 12;
/** Six digits at the fastest citizen's speed take 1.3 s of sound. */
export const minPhraseSeconds = 0.9;

/** Loud rows (95th percentile) in dBFS: citizens speak at -10 to -19; a pocket recording lies under -40. */
export const minLevel = -38;
/** Share of samples at full scale; genuine recordings have none. Codings of 8 bits end at 0.984 of it. */
export const maxClippedShare = 0.01;
export const clippedFrom = 0.98;
/** Share of samples at both ends that the recording itself has: measured genuine up to 0.008, 12 dB too loud 0.068. */
export const maxFlatShare = 0.02;
export const flatFrom = 0.995;
/** Peak to peak of full scale: a softer recording has no flat ends. */
export const clippedSpan = 0.2;
/** Loud rows over the quietest rows, in decibels: FINDINGS gates at 18-20; genuine phrases measure 27 and more. */
export const minSnr = 20;

/** Decibels under the loudest rows down to which a row is speech, and not the room. */
export const speechRange = 25;
/**
 * Decibels by which the hiss of speech (from 4.6 kHz, at the loudest fifth of its rows) lies over its middle (300 to 3400 Hz, at the
 * loudest twentieth): measured genuine from -27, with and without long pauses; through 8 kHz, as an old headset sends it, up to -46.
 */
export const minHiss = -33;

/** What free reading may gain over the expected digits, a row: measured genuine up to 0.3, one wrong digit from 1.3. */
export const passDigitGain = 0.4;
/** A row costs this much at a new digit, so that a digit is not read as two; measured best between 0 and 40. */
export const digitCost = 15;

/**
 * Distance of a row from what no template of the holder says: 1 read yao measured from 40 against every digit of those who
 * enrolled yi; own digits up to 31, and 39 once in 672.
 */
export const otherWordDistance = 36;
/** Rows of such a word; it may be half as long, and as slow as one likes. */
export const otherWordRows = 12;
/** With fewer digits that were read as enrolled nothing is known of the speaker. */
export const minOwnDigits = 3;

/** Loss of the band ends against the enrolment of the same digits: measured genuine up to 7.9 (low) and 2.1 (high). */
export const maxLowDrop = 12;
export const maxHighDrop = 6;
/** Both losses together: measured genuine up to 7.8. */
export const maxBandDrop = 12;

/** A score up to `pass` is good, up to `fail` uncertain, beyond it bad; downwards where `fail` is the lower one. */
export interface Bound {
  pass: number;
  fail: number;
}

/**
 * Own distances are over the root of the holder's spread, margins natural logarithms, pitch in octaves. Measured, genuine
 * against impostors saying the right digits: own mean up to 8.1 / from 7.8 (median 13); margin mean from 0.25 / up to
 * -0.1, and to 0.28 for impostors shifted to the holder's pitch, whom the own distance finds. The worse half of the digits
 * has bounds of its own because two people may share a phrase, the worst digit because one digit may be foreign.
 */
export const speakerBounds = {
  ownMean: { pass: 8.6, fail: 9.6 },
  ownHalf: { pass: 10.4, fail: 11.4 },
  ownWorst: { pass: 12.2, fail: 13.5 },
  marginMean: { pass: 0.12, fail: 0 },
  marginHalf: { pass: -0.12, fail: -0.3 },
  marginWorst: { pass: -0.28, fail: -0.45 },
  pitchMedian: { pass: 0.33, fail: 0.45 },
} as const satisfies Record<string, Bound>;

/** An enrolment may confuse this many of its thirty digits between rounds; measured none on 18 citizens. */
export const maxRoundsConfused = 3;

/**
 * A digit is an earlier recording when its pitch contour lies within `gap` octaves and its distance within `share` of the
 * holder's spread; `digits` of them refuse the phrase. Measured, second nearest digit of a genuine phrase: gap from
 * 0.0007; of an untouched splice: up to 0.0001.
 */
export const exactCopy = { gap: 0.0005, share: 1.2, digits: 2 } as const;
/**
 * The same for copies with tempo or room changed, different digits counted; one more is needed where the phrase as a whole
 * is not near (`meanShare`). Measured, second nearest digit of a genuine phrase: gap from 0.004; stretched: median 0.0018.
 */
export const likelyCopy = { gap: 0.003, share: 0.42, gapShare: 2.5, digits: 2, meanShare: 0.75 } as const;
