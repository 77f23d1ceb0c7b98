import { bandHertz } from './spectrum.ts';
import type { VoiceTemplate } from './types.ts';

/** Decibels by which the bands from `from` to `to` hertz lie over the middle of speech, over all digits given. */
function relativeLevel(digits: readonly VoiceTemplate[], from: number, to: number): number {
  let inside = 1e-12;
  let middle = 1e-12;
  for (const { colour } of digits) {
    colour.forEach((decibels, band) => {
      const hertz = bandHertz[band] ?? 0;
      const power = 10 ** (decibels / 10);
      if (hertz >= from && hertz < to) inside += power;
      if (hertz >= 500 && hertz < 3000) middle += power;
    });
  }
  return 10 * Math.log10(inside / middle);
}

/**
 * How much weaker both ends of the spectrum are than in the holder's enrolment of the same digits, in decibels against
 * the middle: what a loudspeaker or a telephone takes away.
 */
export function measureBand(
  spoken: readonly VoiceTemplate[],
  templates: readonly VoiceTemplate[],
): { low: number; high: number } {
  const enrolled = spoken.flatMap(({ digit }) => templates.filter((template) => template.digit === digit));
  const drop = (from: number, to: number): number =>
    relativeLevel(enrolled, from, to) - relativeLevel(spoken, from, to);
  return { low: drop(0, 240), high: drop(4200, 8000) };
}
