import { createHash } from 'node:crypto';
import { align, layBeside } from './align.ts';
import * as bands from './bands.ts';
import { cepstrumSize } from './cepstra.ts';
import { compareSpeaker } from './compare-speaker.ts';
import { findCopies, isReplay } from './find-copies.ts';
import { judgeSpeaker } from './judge-speaker.ts';
import { measureBand } from './measure-band.ts';
import { measureSpeech, type Speech } from './measure-speech.ts';
import { cutTemplate, flatFeatures } from './template.ts';
import type {
  VoiceDecision,
  VoiceFinding,
  VoiceReference,
  VoiceScores,
  VoiceSeen,
  VoiceTemplate,
} from './types.ts';

/** What no other attempt makes better; every other finding asks for one. */
export const failing: readonly VoiceFinding[] = [
  'wrong-digits',
  'other-voice',
  'narrow-band',
  'replayed-enrolment',
  'sample-seen-before',
];

function decision(
  findings: VoiceFinding[],
  scores: VoiceScores,
  digests: string[],
  traces: VoiceTemplate[],
): VoiceDecision {
  const band =
    findings.length === 0 ? 'pass' : findings.some((one) => failing.includes(one)) ? 'fail' : 'retry';
  return { band, findings, scores, digests, traces };
}

/** Lays the challenge's digits over the phrase and reads it freely beside that. */
function readDigits(speech: Speech, digits: string, reference: VoiceReference) {
  const models = reference.templates.map((one) => ({ digit: one.digit, cepstra: flatFeatures(one) }));
  const rows = speech.cepstra.length / cepstrumSize;
  const grid = layBeside(speech.cepstra, speech.silence, models);
  const expected = align(grid, bands.digitCost, Array.from(digits, Number));
  const free = align(grid, bands.digitCost);
  const spoken = expected.found.map((found, i) => cutTemplate(speech, found, found.digit, i + 1));
  const heard = free.found.map(({ digit }) => digit).join('');
  return { spoken, heard, gain: (expected.cost - free.cost) / rows };
}

/**
 * Decides whether the phrase says `digits` in the voice of `reference`. `cohort` holds other citizens (0 or more),
 * `seen` what was heard under this credential before. Deterministic; nothing throws on any bytes. The caller keeps
 * `digests` and `traces` and hands them back as `seen` the next time.
 */
export function decideVoice({
  wav,
  digits,
  reference,
  cohort,
  seen,
}: {
  wav: Uint8Array;
  digits: string;
  reference: VoiceReference;
  cohort: readonly VoiceReference[];
  seen: VoiceSeen;
}): VoiceDecision {
  const speech = measureSpeech(wav, bands.minPhraseSeconds, bands.maxPhraseSeconds);
  if (typeof speech === 'string') return decision([speech], {}, [], []);
  const digests = [createHash('sha256').update(speech.pcm).digest('hex')];
  const scores: VoiceScores = { snr: speech.snr, level: speech.loud };
  const findings = [...speech.findings];
  if (digests.some((digest) => seen.digests.includes(digest))) findings.push('sample-seen-before');
  const { spoken, heard, gain } = readDigits(speech, digits, reference);
  Object.assign(scores, { heard, digitGain: gain });
  if (spoken.length !== digits.length || !(gain <= bands.passDigitGain)) {
    return decision([...findings, 'wrong-digits'], scores, digests, spoken);
  }
  const drop = measureBand(spoken, reference.templates);
  const narrow =
    drop.low > bands.maxLowDrop || drop.high > bands.maxHighDrop || drop.low + drop.high > bands.maxBandDrop;
  if (narrow) findings.push('narrow-band');
  const speaker = judgeSpeaker(compareSpeaker(spoken, reference, cohort));
  if (speaker.finding) findings.push(speaker.finding);
  const copiedEnrolment = findCopies(spoken, reference.templates, reference.spread);
  const copiedSeen = findCopies(spoken, seen.traces, reference.spread);
  if (isReplay(copiedEnrolment, digits)) findings.push('replayed-enrolment');
  if (isReplay(copiedSeen, digits)) findings.push('sample-seen-before');
  Object.assign(scores, speaker.scores, {
    lowDrop: drop.low,
    highDrop: drop.high,
    copiedEnrolment,
    copiedSeen,
  });
  return decision([...new Set(findings)], scores, digests, spoken);
}
