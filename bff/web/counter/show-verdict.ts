import { referenceOf } from '../../../shared/reference.ts';
import { colours } from '../../../shared/ui/tokens.ts';
import { setText } from '../kit/element.ts';
import type { Language } from '../kit/language.ts';
import { ageOf, mixColours } from './age.ts';
import type { Check, Phase } from './check.ts';
import { timeOf } from './show-strip.ts';
import { texts } from './texts.ts';

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
  phase: Phase,
  check: Check | undefined,
  now: number | undefined,
  language: Language,
) {
  const tone = tones[phase];
  const { body } = document;
  body.dataset.tone = tone;
  if (check?.endedAt === undefined || tone === 'live') {
    body.style.removeProperty('--verdict');
    body.style.removeProperty('--on-verdict');
    return setText('guest-when', '');
  }
  const { share, ago } = ageOf(check.endedAt, now);
  const set = colours[matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'];
  body.style.setProperty('--verdict', mixColours(set[tone], set.aged, share));
  body.style.setProperty('--on-verdict', mixColours(set[`on-${tone}`], set['on-aged'], share));
  const reference = `${texts.reference[language]} ${referenceOf(check.view.sessionId)}`;
  setText('guest-when', [timeOf(check.endedAt), ago[language], reference].filter(Boolean).join(' · '));
}
