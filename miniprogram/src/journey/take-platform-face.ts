import { platformFace } from '../attempt/04-platform-face.ts';
import type { Holder } from '../holder/holder.ts';
import { type HolderCode, HolderProblem } from '../holder/holder-problem.ts';
import { type Journey, learnView } from './journey.ts';
import { awaitDeliveries, deliverAgain } from './send-envelope.ts';
import { takeChallenge } from './take-challenge.ts';

/** After these a challenge opens no page any more. */
const overWith: readonly HolderCode[] = ['platform-tries-over', 'sample-refused'];

/**
 * The platform takes the face, after what was typed has arrived. Where the authority asks for the phone's own capture after
 * all, nothing is done, and `nextStep` says so. Where the person leaves before the platform's page is there, none is opened.
 * @throws HolderProblem platform-face-left, platform-face-missing, capture-interrupted, ...
 */
export async function takePlatformFace(journey: Journey): Promise<void> {
  const holder = stoppable(journey);
  const checked = await takeChallenge(journey);
  const { samples } = checked.claims;
  if (!samples.includes('platform-face')) return;
  deliverAgain(journey);
  await awaitDeliveries(journey);
  const { deliveries } = journey;
  const answered = await platformFace(holder, journey.view.id, checked).catch((problem: unknown) => {
    // The next try takes another one.
    if (problem instanceof HolderProblem && overWith.includes(problem.code))
      journey.progress = { at: 'agreed' };
    throw problem;
  });
  deliveries.set('platform-face', { state: 'arrived' });
  if (answered.version > journey.view.version) learnView(journey, answered);
  if (!samples.includes('voice')) journey.progress = { at: 'captured' };
}

/** The journey's holder, whose phone opens no page of the platform once `journey.stop` was called. */
function stoppable(journey: Journey): Holder {
  const { holder } = journey;
  const { platform } = holder;
  const { verifyFace } = platform;
  let stopped = false;
  journey.stop = () => {
    stopped = true;
  };
  if (verifyFace === undefined) return holder;
  return {
    ...holder,
    platform: {
      ...platform,
      async verifyFace(page) {
        if (stopped) throw new HolderProblem('capture-interrupted');
        await verifyFace(page);
      },
    },
  };
}
