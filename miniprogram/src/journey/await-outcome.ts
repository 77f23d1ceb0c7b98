import { awaitChange } from '../attempt/08-own-session.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import { keepCredential, refresh } from './begin.ts';
import { type Journey, learnView } from './journey.ts';
import { nextStep } from './next-step.ts';
import { awaitDeliveries } from './send-envelope.ts';

/**
 * Waits until something else is to be done: the counter word comes to stand or was typed, the session has ended, or it is `claimed`
 * with hints where another attempt may follow. Where the session ended while samples were on their way, its view says so. Every
 * state of the BFF has a deadline, so this ends.
 * @throws HolderProblem
 */
export async function awaitOutcome(journey: Journey): Promise<void> {
  const { holder } = journey;
  const shown = shownWord(journey);
  try {
    await awaitDeliveries(journey);
  } catch (problem) {
    if (!(problem instanceof HolderProblem) || problem.code !== 'session-over') throw problem;
    await refresh(journey);
  }
  while (isUndecided(journey) && shownWord(journey) === shown)
    learnView(journey, await awaitChange(holder, journey.view));
  if (isUndecided(journey)) return;
  journey.deliveries = new Map();
  // After a reload it is not known what was agreed to: another attempt is asked for anew.
  if (journey.progress.at !== 'shown') journey.progress = { at: 'tried' };
  await keepCredential(journey);
}

function isUndecided({ view: { state } }: Journey): boolean {
  return state === 'challenged' || state === 'deciding';
}

function shownWord(journey: Journey): string | undefined {
  const next = nextStep(journey);
  return next.at === 'word' ? next.digits : undefined;
}
