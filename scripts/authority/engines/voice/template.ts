import { cepstrumSize } from './cepstra.ts';
import { type Stretch, trimStretch } from './find-speech.ts';
import type { Speech } from './measure-speech.ts';
import { bandCount } from './spectrum.ts';
import type { VoiceTemplate } from './types.ts';

/** Cuts the digit out of a recording, without the still rows at its ends. */
export function cutTemplate(speech: Speech, stretch: Stretch, digit: number, round: number): VoiceTemplate {
  const { start, end } = trimStretch(stretch, speech.silence);
  const features: number[][] = [];
  for (let t = start; t < end; t++) {
    features.push(Array.from(speech.cepstra.subarray(t * cepstrumSize, (t + 1) * cepstrumSize)));
  }
  const pitch = speech.pitch.slice(start, end).map((hertz) => Math.round(hertz * 100) / 100);
  const sum = new Float64Array(bandCount);
  for (const row of speech.power.slice(start, end)) {
    for (let b = 0; b < bandCount; b++) sum[b] = (sum[b] ?? 0) + (row[b] ?? 0) / (end - start);
  }
  const colour = Array.from(sum, (power) => Math.round(100 * Math.log10(power + 1e-12)) / 10);
  return { digit, round, features, pitch, colour };
}

const flattened = new WeakMap<VoiceTemplate, Float64Array>();

/** A template's features as the flat array that distances are computed on; computed once for each template. */
export function flatFeatures(template: VoiceTemplate): Float64Array {
  const known = flattened.get(template);
  if (known) return known;
  const flat = new Float64Array(template.features.length * cepstrumSize);
  template.features.forEach((row, t) => {
    flat.set(row, t * cepstrumSize);
  });
  flattened.set(template, flat);
  return flat;
}

/** Median pitch of a template in hertz, 0 when under four rows are voiced. */
export function medianPitch({ pitch }: VoiceTemplate): number {
  const voiced = pitch.filter((hertz) => hertz > 0).sort((a, b) => a - b);
  return voiced.length < 4 ? 0 : (voiced[voiced.length >> 1] ?? 0);
}
