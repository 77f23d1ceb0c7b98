import { isFinal } from '../../../shared/sessions.ts';
import { pause } from '../verify/02-pause.ts';
import type { Journey } from './journey.ts';
import { nextStep } from './next-step.ts';

/**
 * The holder has left the page of a check: its counter is told that more time is needed, once. As well as can be: a phone that is being put
 * away may have no line, and nobody waits for it.
 */
export function tellPause(journey: Journey): void {
  const { holder, view, paused } = journey;
  if (paused || view.asks === undefined || isFinal(view.state)) return;
  // The pages of a platform are part of the check, and some hide the app that opens them.
  if (nextStep(journey).at === 'platform-face') return;
  journey.paused = true;
  pause(holder, view.id).catch(() => undefined);
}
