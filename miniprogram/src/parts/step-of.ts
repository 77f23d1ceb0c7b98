import { rulesOf } from '../../../shared/ceremonies.ts';
import type { Journey } from '../journey/journey.ts';

const steps = ['confirm', 'face', 'voice'] as const;
export type Step = (typeof steps)[number];

/**
 * Which step of how many this is, from 1 on. Whoever wants no voice has one less, and learns that once it was said; an application consents,
 * fills in its form, and captures.
 */
export function stepOf(
  { view, consent }: Pick<Journey, 'view' | 'consent'>,
  step: Step,
): { at: number; of: number } {
  if (rulesOf(view.ceremony).consent === 'at-opening') return { at: 3, of: 3 };
  return { at: steps.indexOf(step) + 1, of: consent.voice ? 3 : 2 };
}
