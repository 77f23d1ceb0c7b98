/** A place in the row below the digit that is to be read: what was shown already may be caught up on, what comes is a dot. */
export interface Place {
  at: number;
  is: 'said' | 'current' | 'coming';
  digit?: string;
}

/** What is seen of the digits at this moment. */
export type Shown =
  /** The microphone is not open yet, or nothing was begun. */
  | { is: 'nothing' }
  /** `round`: from 1 on. */
  | { is: 'digit'; digit: string; row: readonly Place[]; round: number; rounds: number }
  | { is: 'done' };

/** An enrolment reads all ten digits, once each round. */
const perRound = 10;

/** The digits, which are told once the microphone is open, and which of them is to be read; a position below 0 is before the first. */
export interface Opened {
  digits: string;
  position: number;
}

/**
 * One digit at a time, in its round. Whoever sees a figure reads it aloud, so that none is seen before the microphone is open, and none
 * before its time.
 */
export function digitsShown(opened: Opened | undefined): Shown {
  if (opened === undefined || opened.position < 0) return { is: 'nothing' };
  const { digits, position } = opened;
  if (position >= digits.length) return { is: 'done' };
  const round = Math.floor(position / perRound);
  const from = round * perRound;
  const row = [...digits.slice(from, from + perRound)].map((digit, index): Place => {
    const at = from + index;
    if (at > position) return { at, is: 'coming' };
    return { at, digit, is: at === position ? 'current' : 'said' };
  });
  const rounds = Math.ceil(digits.length / perRound);
  return { is: 'digit', digit: digits.charAt(position), row, round: round + 1, rounds };
}
