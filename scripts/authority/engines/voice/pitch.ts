import { analysisRate, hop } from './spectrum.ts';

const half = 2;
const rate = analysisRate / half;
const windowLength = 320;
const lowestHertz = 62;
const highestHertz = 420;
/** Normalised autocorrelation from which a frame counts as voiced. */
const voicedFrom = 0.6;

/**
 * Pitch in hertz of each 10 ms row of a recording at 16 kHz, 0 where unvoiced: the first strong peak of the normalised
 * autocorrelation over 40 ms at half the rate, refined by a parabola.
 */
export function trackPitch(samples: Float64Array, rows: number): number[] {
  const low = new Float64Array(Math.floor(samples.length / half));
  for (let i = 0; i < low.length; i++) low[i] = ((samples[2 * i] ?? 0) + (samples[2 * i + 1] ?? 0)) / 2;
  const longest = Math.ceil(rate / lowestHertz);
  const shortest = Math.floor(rate / highestHertz);
  const score = new Float64Array(longest + 2);
  const pitch: number[] = [];
  for (let t = 0; t < rows; t++) {
    const start = Math.round((t * hop + 200) / half - windowLength / 2 - longest / 2);
    pitch.push(pitchAt(low, start, shortest, longest, score));
  }
  return foldOctaves(pitch);
}

/** Moves rows that were heard an octave off to the octave nearest to the median of the recording. */
function foldOctaves(pitch: readonly number[]): number[] {
  const voiced = pitch.filter((hertz) => hertz > 0).sort((a, b) => a - b);
  const middle = voiced[voiced.length >> 1] ?? 1;
  return pitch.map((hertz) => (hertz > 0 ? hertz / 2 ** Math.round(Math.log2(hertz / middle)) : 0));
}

function pitchAt(
  x: Float64Array,
  start: number,
  shortest: number,
  longest: number,
  score: Float64Array,
): number {
  if (start < 0 || start + windowLength + longest + 1 >= x.length) return 0;
  let own = 0;
  let other = 0;
  for (let i = 0; i < windowLength; i++) {
    own += (x[start + i] ?? 0) ** 2;
    other += (x[start + shortest - 1 + i] ?? 0) ** 2;
  }
  let best = 0;
  for (let lag = shortest - 1; lag <= longest + 1; lag++) {
    let sum = 0;
    for (let i = start; i < start + windowLength; i++) sum += (x[i] ?? 0) * (x[i + lag] ?? 0);
    score[lag] = sum / Math.sqrt(own * other + 1e-12);
    if (lag >= shortest && lag <= longest) best = Math.max(best, score[lag] ?? 0);
    other += (x[start + lag + windowLength] ?? 0) ** 2 - (x[start + lag] ?? 0) ** 2;
  }
  if (best < voicedFrom) return 0;
  for (let lag = shortest; lag <= longest; lag++) {
    const [a, b, c] = [score[lag - 1] ?? 0, score[lag] ?? 0, score[lag + 1] ?? 0];
    if (b < 0.88 * best || b < a || b < c) continue;
    const bend = a - 2 * b + c;
    return rate / (lag + (bend === 0 ? 0 : (0.5 * (a - c)) / bend));
  }
  return 0;
}
