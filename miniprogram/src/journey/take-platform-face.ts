import { takePlatformFace as takeApplied } from '../apply/04-platform-face.ts';
import type { Holder } from '../holder/holder.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import { takePlatformFace as takeVerified } from '../verify/04-platform-face.ts';
import { awaitDeliveries, deliverAgain } from './await-deliveries.ts';
import type { Journey } from './journey.ts';
import { learnView } from './learn-view.ts';
import { takeChallenge } from './take-challenge.ts';

/**
 * The platform takes the face, after what was typed has arrived; the answer says whether digits are to be read as well.
 * `own-capture`: the authority asks for the phone's own capture after all. Where the person leaves before the platform's page
 * is there, none is opened.
 * @throws HolderProblem platform-face-left, platform-face-missing, capture-interrupted, ...
 */
export async function takePlatformFace(journey: Journey): Promise<{ voice: boolean } | 'own-capture'> {
  const holder = stoppable(journey);
  const checked = await takeChallenge(journey);
  const { samples } = checked.claims;
  if (!samples.includes('platform-face')) return 'own-capture';
  deliverAgain(journey);
  await awaitDeliveries(journey);
  const take = journey.view.ceremony === 'apply' ? takeApplied : takeVerified;
  const answered = await take(holder, journey.view.id, checked).catch((problem: unknown) => {
    // No page opens for this challenge any more: the next try takes another one.
    if (problem instanceof HolderProblem && problem.code === 'platform-tries-over')
      journey.stage = { at: 'agreed' };
    throw problem;
  });
  if (answered.version > journey.view.version) learnView(journey, { ...journey.view, ...answered });
  const voice = samples.includes('voice');
  if (!voice) journey.stage = { at: 'captured' };
  return { voice };
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
