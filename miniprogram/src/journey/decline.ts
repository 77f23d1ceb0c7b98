import { decline as declineSession } from '../verify/02-decline.ts';
import type { Journey } from './journey.ts';
import { learnView } from './learn-view.ts';
import { keepReceipt } from './receipts.ts';

/** Declines the check at no disadvantage. @throws HolderProblem session-over where it ended otherwise, ... */
export async function decline(journey: Journey): Promise<void> {
  const declined = await declineSession(journey.holder, journey.view.id);
  learnView(journey, { ...journey.view, ...declined });
  keepReceipt(journey.view);
}
