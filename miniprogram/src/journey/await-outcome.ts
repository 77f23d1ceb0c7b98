import { isFinal } from '../../../shared/sessions.ts';
import { awaitCredential, readCredential } from '../apply/07-credential.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import { awaitResult } from '../verify/08-result.ts';
import { awaitDeliveries } from './await-deliveries.ts';
import type { Journey } from './journey.ts';
import { learnView } from './learn-view.ts';
import { keepReceipt } from './receipts.ts';
import { errandOf, resume } from './resume.ts';

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
    await resume(errandOf(journey));
  }
  const applying = journey.view.ceremony === 'apply';
  const awaitEnd = applying ? awaitCredential : awaitResult;
  const ended = await awaitEnd(holder, journey.view);
  learnView(journey, { ...journey.view, ...ended });
  journey.deliveries = new Map();
  // After a reload it is not known what was agreed to: another attempt is asked for anew.
  if (journey.stage.at !== 'shown') journey.stage = { at: 'agreed' };
  if (applying && ended.state === 'passed') await readCredential(holder);
  if (isFinal(ended.state)) keepReceipt(journey.view);
}
