import { type AlignedDigit, align, layBeside, type PhraseGrid, withOtherWords } from './align.ts';
import { digitCost, otherWordDistance, otherWordRows, passDigitGain } from './bands.ts';
import { cepstrumSize } from './cepstra.ts';
import type { Speech } from './measure-speech.ts';
import { flatFeatures } from './template.ts';
import type { VoiceReference } from './types.ts';

/** The digits that people read in more than one way: ling and dong, yi and yao, er and liang. */
const readInTwoWays = [0, 1, 2];

/** A phrase laid out as the digits that were asked for. `gain`: what its freest reading is better by, a row. */
export interface Reading {
  found: AlignedDigit[];
  gain: number;
}

export interface DigitReadings {
  /** As the digits asked for, each as it was enrolled. */
  asEnrolled: Reading;
  /** The same with another word in place of some that are read in two ways, where that fits better. */
  otherwise: Reading | undefined;
  /** The digits as they were understood. */
  heard: string;
}

/** Whether nothing fits the phrase much better than the digits that were asked for. */
export function saysDigits({ found, gain }: Reading, digits: string): boolean {
  return found.length === digits.length && gain <= passDigitGain;
}

/**
 * Lays the challenge's digits over the phrase and reads it freely beside that. A word that no enrolled digit comes near may be
 * another reading of the digit that was asked for; one that is another digit of the holder's is not.
 */
export function readDigits(speech: Speech, digits: string, reference: VoiceReference): DigitReadings {
  const models = reference.templates.map((one) => ({ digit: one.digit, cepstra: flatFeatures(one) }));
  const grid = layBeside(speech.cepstra, speech.silence, models);
  const free = align(grid, digitCost);
  const rows = speech.cepstra.length / cepstrumSize;
  const read = (beside: PhraseGrid): Reading => {
    const { cost, found } = align(beside, digitCost, Array.from(digits, Number));
    return { found, gain: (cost - free.cost) / rows };
  };
  const otherwise = read(withOtherWords(grid, readInTwoWays, otherWordDistance, otherWordRows));
  return {
    asEnrolled: read(grid),
    otherwise: otherwise.found.some(({ isOther }) => isOther) ? otherwise : undefined,
    heard: free.found.map(({ digit }) => digit).join(''),
  };
}
