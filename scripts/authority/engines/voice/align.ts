import { cepstrumSize, rowDistance } from './cepstra.ts';
import type { Stretch } from './find-speech.ts';

/** A model of one spoken digit: flat cepstra. */
export interface DigitModel {
  digit: number;
  cepstra: Float64Array;
  /** Stands for whatever word is said in place of the digit. */
  isOther?: boolean;
}

/** A digit found in a phrase: the rows it fills and the model that fitted. */
export interface AlignedDigit extends Stretch {
  digit: number;
  isOther: boolean;
}

interface Word {
  cost: number;
  found: AlignedDigit;
  previous: Word | undefined;
}

interface Track {
  model: DigitModel;
  local: Float64Array;
  cost: Float64Array;
  start: Int32Array;
  history: (Word | undefined)[];
}

interface Entry {
  cost: number;
  history: Word | undefined;
}

const nowhere: Entry = { cost: Number.POSITIVE_INFINITY, history: undefined };

/** A phrase laid beside digit models: what each of its rows costs as each row of a model, and as silence. */
export interface PhraseGrid {
  models: readonly DigitModel[];
  distances: Float64Array[];
  silence: Float64Array;
}

/** Distances of every phrase row from every model row, phrase row by phrase row. */
function localDistances(phrase: Float64Array, rows: number, model: Float64Array): Float64Array {
  const length = model.length / cepstrumSize;
  const out = new Float64Array(rows * length);
  for (let t = 0; t < rows; t++) {
    for (let k = 0; k < length; k++) out[t * length + k] = rowDistance(phrase, t, model, k);
  }
  return out;
}

/** Lays a phrase (flat cepstra) beside the models; `silence` is the loudness share of a row's cost as silence. */
export function layBeside(
  phrase: Float64Array,
  silence: Float64Array,
  models: readonly DigitModel[],
): PhraseGrid {
  const rows = phrase.length / cepstrumSize;
  const flat = localDistances(phrase, rows, new Float64Array(cepstrumSize));
  return {
    models,
    distances: models.map(({ cepstra }) => localDistances(phrase, rows, cepstra)),
    silence: flat.map((distance, t) => distance + (silence[t] ?? 0)),
  };
}

/**
 * The same grid with one more word for each of these digits, which is as far from everything as `distance`: what is said there fits
 * no model any better.
 */
export function withOtherWords(
  grid: PhraseGrid,
  digits: readonly number[],
  distance: number,
  length: number,
): PhraseGrid {
  const other = new Float64Array(grid.silence.length * length).fill(distance);
  return {
    silence: grid.silence,
    models: [
      ...grid.models,
      ...digits.map((digit) => ({ digit, cepstra: new Float64Array(length * cepstrumSize), isOther: true })),
    ],
    distances: [...grid.distances, ...digits.map(() => other)],
  };
}

/** Moves a track by one phrase row (stay, next or skip one row of the model) and gives the word that ends here, if any. */
function advance(track: Track, t: number, entry: Entry): Word | undefined {
  const { cost, start, history, local } = track;
  const length = cost.length;
  for (let k = length - 1; k >= 0; k--) {
    let from = k;
    for (const back of [k - 1, k - 2]) {
      if (back >= 0 && (cost[back] ?? 0) < (cost[from] ?? 0)) from = back;
    }
    const enters = k === 0 && entry.cost < (cost[0] ?? 0);
    const before = enters ? entry.cost : (cost[from] ?? Number.POSITIVE_INFINITY);
    start[k] = enters ? t : (start[from] ?? 0);
    history[k] = enters ? entry.history : history[from];
    cost[k] = before + (local[t * length + k] ?? 0);
  }
  const last = length - 1;
  if (cost[last] === Number.POSITIVE_INFINITY) return undefined;
  const { digit, isOther = false } = track.model;
  const found = { digit, isOther, start: start[last] ?? 0, end: t + 1 };
  return { cost: cost[last] ?? 0, found, previous: history[last] };
}

const better = (a: Entry, b: Entry): Entry => (b.cost < a.cost ? b : a);

/**
 * Connected-word alignment of a phrase with digit models in one pass. With `digits` the phrase is laid out as exactly
 * these digits in this order; without, as whatever sequence of digits costs least. Silence may stand before, between and
 * after. `cost` is the sum of row distances; `wordCost` is added for each digit.
 */
export function align(
  { models, distances, silence }: PhraseGrid,
  wordCost: number,
  digits?: readonly number[],
): { cost: number; found: AlignedDigit[] } {
  const slots = (digits ?? [undefined]).map((digit) =>
    models.flatMap((model, i): Track[] => {
      const length = model.cepstra.length / cepstrumSize;
      if (digit !== undefined && model.digit !== digit) return [];
      return [
        {
          model,
          local: distances[i] ?? new Float64Array(0),
          cost: new Float64Array(length).fill(Number.POSITIVE_INFINITY),
          start: new Int32Array(length),
          history: new Array<Word | undefined>(length).fill(undefined),
        },
      ];
    }),
  );
  // gaps[s]: the best way to stand in silence, or at the end of a digit, with s digits behind.
  let gaps: Entry[] = [{ cost: 0, history: undefined }, ...slots.map(() => nowhere)];
  for (let t = 0; t < silence.length; t++) {
    const before = gaps;
    gaps = before.map(({ cost, history }) => ({ cost: cost + (silence[t] ?? 0), history }));
    slots.forEach((slot, s) => {
      const from = digits ? before[s] : better(before[0] ?? nowhere, before[1] ?? nowhere);
      const entry = { cost: (from?.cost ?? Number.POSITIVE_INFINITY) + wordCost, history: from?.history };
      for (const track of slot) {
        const word = advance(track, t, entry);
        if (word) gaps[s + 1] = better(gaps[s + 1] ?? nowhere, { cost: word.cost, history: word });
      }
    });
  }
  const end = gaps.at(-1) ?? nowhere;
  const found: AlignedDigit[] = [];
  for (let word = end.history; word; word = word.previous) found.unshift(word.found);
  return { cost: end.cost, found };
}
