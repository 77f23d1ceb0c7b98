import { rulesOf } from '../../../shared/ceremonies.ts';
import type { Journey } from './journey.ts';

/** Whether this ceremony goes on by the face alone where the person does not consent to the voice. */
export function mayLeaveOutVoice({ view, consent }: Journey): boolean {
  return consent.voice && rulesOf(view.ceremony).samples.voice === 'with-consent';
}

/**
 * The person takes back the consent to the voice: what was agreed to goes on by the face alone, with another challenge. Whoever has not
 * agreed has to first.
 */
export function leaveOutVoice(journey: Journey): void {
  journey.consent = { ...journey.consent, voice: false };
  if (journey.progress.at === 'shown') return;
  journey.progress = { at: 'agreed' };
}
