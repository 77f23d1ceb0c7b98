import * as limits from '../../../../shared/limits.ts';
import type { Speech } from '../platform.ts';

/** Seconds of one measurement, of speech that a digit has at least, and of quiet after the last one. */
const step = 0.02;
const perDigit = 0.16;
const quiet = 1.6;
/** Speech is so many times as loud as the quietest moment of late, and never below this share of full scale. */
const overFloor = 4;
const leastLoud = 0.006;

/**
 * Listens for the end of the digits: enough speech, then quiet, and not before all of them were shown.
 * @returns takes the newest samples (-1..1) and says whether the person has finished
 */
export function listenForEnd(
  { digits, shortest }: Pick<Speech, 'digits' | 'shortest'>,
  rate: number,
): (samples: Float32Array) => boolean {
  const size = Math.round(step * rate);
  let held: number[] = [];
  let floor = 1;
  let spoken = 0;
  let silent = 0;
  let passed = 0;
  return (samples) => {
    passed += samples.length / rate;
    held.push(...samples);
    while (held.length >= size) {
      const level = loudness(held.slice(0, size));
      held = held.slice(size);
      floor = Math.max(1e-4, Math.min(level, floor * 1.002));
      if (level > Math.max(leastLoud, floor * overFloor)) {
        spoken += step;
        silent = 0;
      } else silent += step;
    }
    return passed * 1_000 >= shortest && spoken >= digits.length * perDigit && silent >= quiet;
  };
}

/** Milliseconds that are recorded at most. */
export function longestRecording({ digits, longest }: Pick<Speech, 'digits' | 'longest'>): number {
  return Math.min(
    longest,
    digits.length > limits.checkDigitsMost ? limits.enrolmentRecording : limits.phraseRecording,
  );
}

/** Root mean square of what moves: a constant offset, as a faulty microphone adds it, is no sound. */
export function loudness(samples: ArrayLike<number>): number {
  const count = Math.max(1, samples.length);
  let [sum, squares] = [0, 0];
  for (let i = 0; i < samples.length; i++) {
    const sample = samples[i] ?? 0;
    sum += sample;
    squares += sample ** 2;
  }
  return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
}

/** Where a meter stands, 0..1, from 60 dB under full scale up to full scale. */
export function meterLevel(rms: number): number {
  return Math.max(0, Math.min(1, 1 + Math.log10(Math.max(rms, 1e-6)) / 3));
}
