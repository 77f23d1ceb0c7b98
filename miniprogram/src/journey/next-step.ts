import { rulesOf } from '../../../shared/ceremonies.ts';
import type { RetryHint } from '../../../shared/challenge.ts';
import { isFinal } from '../../../shared/sessions.ts';
import type { Asker } from '../holder/who-asks.ts';
import type { Journey } from './journey.ts';

/** What is to be done next. */
export type NextStep =
  /** The person is shown who asks, and agrees or declines. */
  | { at: 'confirm'; asks: Asker }
  /** The phone takes the face. */
  | { at: 'face' }
  /** The platform takes the face by pages of its own. */
  | { at: 'platform-face' }
  /** So many digits are read aloud; which ones, `takeVoice` tells once the microphone is open. */
  | { at: 'voice'; count: number }
  /** What was captured travels and is decided. */
  | { at: 'waiting' }
  /** All is captured and has arrived; the person says these three digits, the counter word, to the clerk. */
  | { at: 'word'; digits: string }
  /** The attempt has ended without a decision; the person tries again or gives up. */
  | { at: 'retry'; hints: readonly RetryHint[] }
  /** What an application was begun with went with a reload: it is begun anew. */
  | { at: 'start-anew' }
  /** The session has ended. */
  | { at: 'result' };

/** What comes next on this journey. Nothing is asked and nothing changes. */
export function nextStep(journey: Journey): NextStep {
  const { view, progress } = journey;
  if (isFinal(view.state)) return { at: 'result' };
  if (view.state === 'deciding' && view.word !== undefined) return { at: 'word', digits: view.word };
  switch (progress.at) {
    case 'shown':
      return afterReload(journey);
    case 'agreed':
      return { at: takesFace(journey) ? 'face' : 'platform-face' };
    case 'challenged': {
      const { samples, digits } = progress.checked.claims;
      const face = samples.includes('platform-face') ? 'platform-face' : 'face';
      if (samples.includes(face) && !journey.deliveries.has(face)) return { at: face };
      return samples.includes('voice') ? { at: 'voice', count: digits.length } : { at: 'waiting' };
    }
    case 'captured':
      return { at: 'waiting' };
    case 'tried':
      return { at: 'retry', hints: view.hints ?? [] };
  }
}

/** A platform knows the owner alone: of a ward the phone itself takes the face. */
function takesFace({ holder, ward }: Journey): boolean {
  return ward !== undefined || holder.link.faceBy === 'phone';
}

/** A consent that was given at the opening is gone, with all that was typed there. */
function afterReload({ view: { state, asks, ceremony } }: Journey): NextStep {
  if (state === 'deciding') return { at: 'waiting' };
  if (asks === undefined || rulesOf(ceremony).consent === 'at-opening') return { at: 'start-anew' };
  return { at: 'confirm', asks };
}
