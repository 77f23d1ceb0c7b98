import { awaitResult } from '../attempt/08-own-session.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import { keepCredential, refresh } from './begin.ts';
import { type Journey, learnView } from './journey.ts';
import { awaitDeliveries } from './send-envelope.ts';

/**
 * Waits until this attempt has ended: a final state, or `claimed` with hints where another attempt may follow. Where the
 * session ended while samples were on their way, its view says so.
 * @throws HolderProblem
 */
export async function awaitOutcome(journey: Journey): Promise<void> {
  const { holder } = journey;
  try {
    await awaitDeliveries(journey);
  } catch (problem) {
    if (!(problem instanceof HolderProblem) || problem.code !== 'session-over') throw problem;
    await refresh(journey);
  }
  learnView(journey, await awaitResult(holder, journey.view));
  journey.deliveries = new Map();
  // After a reload it is not known what was agreed to: another attempt is asked for anew.
  if (journey.progress.at !== 'shown') journey.progress = { at: 'tried' };
  await keepCredential(journey);
}
