import { rulesOf } from '../../../shared/ceremonies.ts';
import type { Journey } from '../journey/journey.ts';

/** What a person does on the phone, in its order; `form` where no counter asks. */
const steps = ['form', 'confirm', 'face', 'voice'] as const;
export type Step = (typeof steps)[number];

/** Which step of how many this is, from 1 on. Whoever wants no voice has one less, and learns that once it was said. */
export function stepOf(
  { view, consent }: Pick<Journey, 'view' | 'consent'>,
  step: Step,
): { at: number; of: number } {
  const own = steps.filter((each) => {
    if (each === 'form') return rulesOf(view.ceremony).consent === 'at-opening';
    return each !== 'voice' || consent.voice;
  });
  return { at: own.indexOf(step) + 1, of: own.length };
}
