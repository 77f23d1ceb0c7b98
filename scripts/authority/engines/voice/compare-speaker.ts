import { flatFeatures, medianPitch } from './template.ts';
import type { VoiceReference, VoiceTemplate } from './types.ts';
import { warp } from './warp.ts';

/** Evidence of one spoken digit about its speaker. */
export interface DigitEvidence {
  /** Distance from the holder's nearest template over the root of the holder's own spread. */
  own: number;
  /** Natural logarithm of the nearest cohort distance over the own distance; `Infinity` without a cohort. */
  margin: number;
  /** Octaves between the pitch and the holder's nearest one of that digit; undefined where either is unvoiced. */
  pitch: number | undefined;
}

/** Distance of a spoken digit from the nearest template of the same digit in a reference. */
function nearest(features: Float64Array, digit: number, { templates }: VoiceReference): number {
  let best = Number.POSITIVE_INFINITY;
  for (const template of templates) {
    if (template.digit === digit) best = Math.min(best, warp(features, flatFeatures(template)));
  }
  return best;
}

function pitchGap(spoken: VoiceTemplate, { templates }: VoiceReference): number | undefined {
  const pitch = medianPitch(spoken);
  const gaps = templates
    .filter((template) => template.digit === spoken.digit && medianPitch(template) > 0)
    .map((template) => Math.abs(Math.log2(pitch / medianPitch(template))));
  return pitch === 0 || gaps.length === 0 ? undefined : Math.min(...gaps);
}

/** Compares each spoken digit with the holder's templates and with the cohort's templates of the same digit. */
export function compareSpeaker(
  spoken: readonly VoiceTemplate[],
  reference: VoiceReference,
  cohort: readonly VoiceReference[],
): DigitEvidence[] {
  return spoken.map((digit) => {
    const features = flatFeatures(digit);
    const own = nearest(features, digit.digit, reference);
    const other = Math.min(
      Number.POSITIVE_INFINITY,
      ...cohort.map((one) => nearest(features, digit.digit, one)),
    );
    const margin = own === Number.POSITIVE_INFINITY ? Number.NEGATIVE_INFINITY : Math.log(other / own);
    return { own: own / Math.sqrt(reference.spread), margin, pitch: pitchGap(digit, reference) };
  });
}
