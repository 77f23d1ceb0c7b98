import { referenceOf } from '../../../../shared/reference.ts';
import { colours } from '../../../../shared/ui/tokens.ts';
import type { Language } from '../../kit/language.ts';
import type { Place } from '../../kit/place.ts';
import { ageOf, mixColours } from '../age.ts';
import type { Check, Phase } from '../check.ts';
import { timeOf } from './show-strip.ts';
import { deskTexts as texts } from './texts.ts';

/** How a phase colours the whole screen: green and red belong to verdicts alone, and an end without one is grey. */
export type Tone = 'live' | 'pass' | 'fail' | 'aged';

export const tones = {
  open: 'live',
  'more-time': 'live',
  claimed: 'live',
  word: 'live',
  again: 'live',
  taken: 'live',
  passed: 'pass',
  failed: 'fail',
  declined: 'aged',
  staffed: 'aged',
  cancelled: 'aged',
  expired: 'aged',
  aborted: 'aged',
  ready: 'live',
} as const satisfies Record<Phase, Tone>;

/** Colours the screen by the end that it shows, greyer from second to second, with its time and reference for the guest. */
export function showVerdict(
  { frame, setText }: Place,
  phase: Phase,
  check: Check | undefined,
  now: number | undefined,
  language: Language,
) {
  const tone = tones[phase];
  frame.dataset.tone = tone;
  if (check?.endedAt === undefined || tone === 'live') {
    frame.style.removeProperty('--verdict');
    frame.style.removeProperty('--on-verdict');
    return setText('guest-when', '');
  }
  const { share, ago } = ageOf(check.endedAt, now);
  const set = colours[matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'];
  frame.style.setProperty('--verdict', mixColours(set[tone], set.aged, share));
  frame.style.setProperty('--on-verdict', mixColours(set[`on-${tone}`], set['on-aged'], share));
  const reference = `${texts.reference[language]} ${referenceOf(check.view.sessionId)}`;
  setText('guest-when', [timeOf(check.endedAt), ago[language], reference].filter(Boolean).join(' · '));
}
