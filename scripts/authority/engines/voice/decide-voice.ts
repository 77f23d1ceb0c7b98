import { createHash } from 'node:crypto';
import * as bands from './bands.ts';
import { compareSpeaker } from './compare-speaker.ts';
import { findCopies, isReplay } from './find-copies.ts';
import { judgeSpeaker } from './judge-speaker.ts';
import { measureBand } from './measure-band.ts';
import { measureSpeech } from './measure-speech.ts';
import { type Reading, readDigits, saysDigits } from './read-digits.ts';
import { cutTemplate } from './template.ts';
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
  'replayed-enrolment',
  'sample-seen-before',
];

const readOtherwise = ['zero-read-otherwise', 'one-read-otherwise', 'two-read-otherwise'] as const;

interface Judged {
  findings: VoiceFinding[];
  scores: VoiceScores;
}

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

/**
 * Decides whether the phrase says `digits` in the voice of `reference`. `cohort` holds other citizens (0 or more),
 * `seen` what was heard under this credential before. A recording that cannot be judged is not: what is wrong with it is
 * all that is found. Deterministic; nothing throws on any bytes. The caller keeps `digests` and `traces` and hands them back
 * as `seen` the next time.
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
  const scores: VoiceScores = { snr: speech.snr, level: speech.loud, hiss: speech.hiss };
  if (digests.some((digest) => seen.digests.includes(digest)))
    return decision(['sample-seen-before'], scores, digests, []);
  if (speech.findings.length > 0) return decision(speech.findings, scores, digests, []);

  const { asEnrolled, otherwise, heard } = readDigits(speech, digits, reference);
  Object.assign(scores, { heard, digitGain: asEnrolled.gain });
  const cut = ({ found }: Reading) =>
    found.flatMap((one, i) => (one.isOther ? [] : [cutTemplate(speech, one, one.digit, i + 1)]));
  const judge = (spoken: VoiceTemplate[]) => judgeDigits(spoken, reference, cohort, seen);
  const spoken = cut(asEnrolled);
  const judged: Judged = saysDigits(asEnrolled, digits)
    ? judge(spoken)
    : { findings: ['wrong-digits'], scores: {} };
  if (judged.findings.length > 0 && otherwise !== undefined && saysDigits(otherwise, digits)) {
    const own = cut(otherwise);
    const words = otherwise.found.filter(({ isOther }) => isOther);
    const said = readOtherwise.filter((_, digit) => words.some((word) => word.digit === digit));
    if (own.length >= bands.minOwnDigits) {
      const rest = judge(own);
      return decision([...said, ...rest.findings], { ...scores, ...rest.scores }, digests, own);
    }
  }
  return decision(judged.findings, { ...scores, ...judged.scores }, digests, spoken);
}

/**
 * Who spoke these digits, through what, and whether they were heard before. A voice that has lost an end of the band that it was
 * enrolled with may be another's, but is not called so.
 */
function judgeDigits(
  spoken: readonly VoiceTemplate[],
  reference: VoiceReference,
  cohort: readonly VoiceReference[],
  seen: VoiceSeen,
): Judged {
  const drop = measureBand(spoken, reference.templates);
  const isNarrow =
    drop.low > bands.maxLowDrop || drop.high > bands.maxHighDrop || drop.low + drop.high > bands.maxBandDrop;
  const speaker = judgeSpeaker(compareSpeaker(spoken, reference, cohort));
  const findings: VoiceFinding[] = isNarrow ? ['narrow-band'] : [];
  if (speaker.finding) findings.push(isNarrow ? 'uncertain-voice' : speaker.finding);
  const digits = spoken.map(({ digit }) => digit).join('');
  const copiedEnrolment = findCopies(spoken, reference.templates, reference.spread);
  const copiedSeen = findCopies(spoken, seen.traces, reference.spread);
  if (isReplay(copiedEnrolment, digits)) findings.push('replayed-enrolment');
  if (isReplay(copiedSeen, digits)) findings.push('sample-seen-before');
  const scores = { ...speaker.scores, lowDrop: drop.low, highDrop: drop.high, copiedEnrolment, copiedSeen };
  return { findings, scores };
}
