import { decline } from '../verify/02-decline.ts';
import { type Journey, learnView } from './journey.ts';

/**
 * The person goes to the staff, at no disadvantage, from whatever step: a capture that runs is stopped and nothing more of it is
 * sent, and whoever asks is told at once. What nobody asks for ends by itself.
 * @throws HolderProblem session-over where it ended otherwise, step-out-of-order where it is being decided and waits for no word, ...
 */
export async function switchToStaff(journey: Journey): Promise<void> {
  const { holder, view } = journey;
  if (view.asks === undefined) return;
  journey.stop?.();
  // Nobody has agreed any more: what a camera or microphone still hands over is wiped, and what is being sealed is not sent.
  journey.progress = { at: 'shown' };
  journey.deliveries.clear();
  learnView(journey, await decline(holder, view.id));
}
