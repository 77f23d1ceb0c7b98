import { rulesOf } from '../../../shared/ceremonies.ts';
import type { Journey } from '../journey/journey.ts';

const steps = ['confirm', 'face', 'voice'] as const;
export type Step = (typeof steps)[number];

/**
 * Which step of how many this is, from 1 on. Whoever wants no voice has one less, and learns that once it was said; what is
 * consented to at its opening has that step, its form where there is one, and the capture.
 */
export function stepOf(
  { view, consent }: Pick<Journey, 'view' | 'consent'>,
  step: Step,
): { at: number; of: number } {
  const { consent: agreed, samples } = rulesOf(view.ceremony);
  // With a form before it, or with none.
  if (agreed === 'at-opening') return 'identity' in samples ? { at: 3, of: 3 } : { at: 2, of: 2 };
  return { at: steps.indexOf(step) + 1, of: consent.voice ? 3 : 2 };
}
