import { maxEnrolmentSeconds, maxRoundsConfused, minPhraseSeconds } from './bands.ts';
import { findSpeech, type Stretch } from './find-speech.ts';
import { measureSpeech, type Speech } from './measure-speech.ts';
import { cutTemplate, flatFeatures } from './template.ts';
import type { VoiceFinding, VoiceReference, VoiceTemplate } from './types.ts';
import { warp } from './warp.ts';

/** Thresholds under the loud rows, in decibels, tried from the widest digits to the narrowest. */
const thresholds = [33, 30, 28, 25, 22, 20, 18, 15];

function segment(speech: Speech, count: number): Stretch[] | undefined {
  for (const under of thresholds) {
    const found = findSpeech(speech.level, speech.loud - under);
    if (found.length === count) return found;
  }
  return undefined;
}

/** Distances of every digit from the digits of the other rounds: how many are confused, and the median to itself. */
function compareRounds(templates: readonly VoiceTemplate[]): { confused: number; spread: number } {
  const own: number[] = [];
  const nearest = templates.map(() => ({ distance: Number.POSITIVE_INFINITY, digit: -1 }));
  templates.forEach((one, i) => {
    templates.slice(0, i).forEach((other, j) => {
      if (one.round === other.round) return;
      const distance = warp(flatFeatures(one), flatFeatures(other));
      if (one.digit === other.digit) own.push(distance);
      if (distance < (nearest[i]?.distance ?? 0)) nearest[i] = { distance, digit: other.digit };
      if (distance < (nearest[j]?.distance ?? 0)) nearest[j] = { distance, digit: one.digit };
    });
  });
  own.sort((a, b) => a - b);
  const confused = templates.filter(({ digit }, i) => nearest[i]?.digit !== digit).length;
  return { confused, spread: own[own.length >> 1] ?? Number.POSITIVE_INFINITY };
}

/**
 * Makes a reference of an enrolment in which `digits` (each of 0-9 equally often, e.g. three times 0123456789) are
 * spoken with short pauses. Digits are found by loudness; there must be exactly as many as expected, and each must be
 * nearest to itself in the other rounds. Whatever is wrong comes back as findings; nothing throws.
 */
export function enrolVoice({
  wav,
  digits,
}: {
  wav: Uint8Array;
  digits: string;
}): { reference: VoiceReference } | { findings: VoiceFinding[] } {
  const speech = measureSpeech(wav, minPhraseSeconds, maxEnrolmentSeconds);
  if (typeof speech === 'string') return { findings: [speech] };
  if (speech.findings.length > 0) return { findings: speech.findings };
  const stretches = segment(speech, digits.length);
  if (!stretches) return { findings: ['unclear-digits'] };
  const rounds = new Map<number, number>();
  const templates = stretches.map((stretch, i) => {
    const digit = Number(digits[i]);
    const round = (rounds.get(digit) ?? 0) + 1;
    rounds.set(digit, round);
    return cutTemplate(speech, stretch, digit, round);
  });
  const { confused, spread } = compareRounds(templates);
  if (confused > maxRoundsConfused || !Number.isFinite(spread)) return { findings: ['inconsistent-rounds'] };
  return { reference: { templates, spread } };
}
