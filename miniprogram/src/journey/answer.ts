import { rulesOf } from '../../../shared/ceremonies.ts';
import type { Consent } from '../../../shared/contract/attempt/03-challenge.ts';
import type { Journey, Typed } from './journey.ts';

/**
 * The person agrees to what is shown: from now on it may be captured for. What is consented to at its opening is agreed to
 * there alone.
 */
export function agree(journey: Journey, consent: Consent): void {
  const { asks, ceremony } = journey.view;
  if (asks === undefined || rulesOf(ceremony).consent === 'at-opening') return;
  journey.consent = consent;
  journey.progress = { at: 'agreed' };
}

/** The person does it once more, what was typed corrected where that is given. Whoever has not agreed has to first. */
export function tryAgain(journey: Journey, typed?: Typed): void {
  if (typed !== undefined) {
    if (journey.typed?.idPhoto !== typed.idPhoto) journey.typed?.idPhoto?.fill(0);
    journey.typed = typed;
  }
  if (journey.progress.at === 'tried') journey.progress = { at: 'agreed' };
}
