import { type Bound, speakerBounds } from './bands.ts';
import type { DigitEvidence } from './compare-speaker.ts';
import type { VoiceFinding, VoiceScores } from './types.ts';

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

type SpeakerScores = Required<
  Pick<
    VoiceScores,
    'ownMean' | 'ownHalf' | 'ownWorst' | 'marginMean' | 'marginHalf' | 'marginWorst' | 'pitchMedian'
  >
>;

/** Scores over all digits, over the worse half of them (a phrase may be spoken by two), and of the worst one. */
function scoreSpeaker(digits: readonly DigitEvidence[]): SpeakerScores {
  const half = Math.ceil(digits.length / 2);
  const own = digits.map((one) => one.own).sort((a, b) => b - a);
  const margin = digits.map((one) => one.margin).sort((a, b) => a - b);
  const pitch = digits.flatMap((one) => (one.pitch === undefined ? [] : [one.pitch])).sort((a, b) => b - a);
  return {
    ownMean: mean(own),
    ownHalf: mean(own.slice(0, half)),
    ownWorst: own[0] ?? Number.POSITIVE_INFINITY,
    marginMean: mean(margin),
    marginHalf: mean(margin.slice(0, half)),
    marginWorst: margin[0] ?? Number.NEGATIVE_INFINITY,
    pitchMedian: pitch[pitch.length >> 1] ?? 0,
  };
}

/** Beyond `fail` it is another voice, beyond `pass` it is uncertain; a bound whose `fail` is lower counts downwards. */
function judge(score: number, { pass, fail }: Bound): VoiceFinding | undefined {
  const sign = fail >= pass ? 1 : -1;
  if (sign * score <= sign * pass) return undefined;
  return sign * score <= sign * fail ? 'uncertain-voice' : 'other-voice';
}

/** The verdict on the speaker: the worst that any score says. */
export function judgeSpeaker(digits: readonly DigitEvidence[]): {
  finding: VoiceFinding | undefined;
  scores: VoiceScores;
} {
  const scores = scoreSpeaker(digits);
  const found = [
    judge(scores.ownMean, speakerBounds.ownMean),
    judge(scores.ownHalf, speakerBounds.ownHalf),
    judge(scores.ownWorst, speakerBounds.ownWorst),
    judge(scores.marginMean, speakerBounds.marginMean),
    judge(scores.marginHalf, speakerBounds.marginHalf),
    judge(scores.marginWorst, speakerBounds.marginWorst),
    judge(scores.pitchMedian, speakerBounds.pitchMedian),
  ];
  const finding = found.includes('other-voice') ? 'other-voice' : found.find((one) => one !== undefined);
  return { finding, scores };
}
