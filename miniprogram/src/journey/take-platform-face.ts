import { takePlatformFace as takeApplied } from '../apply/04-platform-face.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import { takePlatformFace as takeVerified } from '../verify/04-platform-face.ts';
import { awaitDeliveries, deliverAgain } from './await-deliveries.ts';
import type { Journey } from './journey.ts';
import { learnView } from './learn-view.ts';
import { takeChallenge } from './take-challenge.ts';

/**
 * The platform takes the face, after what was typed has arrived; the answer says whether digits are to be read as well.
 * `own-capture`: the authority asks for the phone's own capture after all.
 * @throws HolderProblem platform-face-left, platform-face-missing, ...
 */
export async function takePlatformFace(journey: Journey): Promise<{ voice: boolean } | 'own-capture'> {
  delete journey.stop;
  const checked = await takeChallenge(journey);
  const { samples } = checked.claims;
  if (!samples.includes('platform-face')) return 'own-capture';
  deliverAgain(journey);
  await awaitDeliveries(journey);
  const take = journey.view.ceremony === 'apply' ? takeApplied : takeVerified;
  const answered = await take(journey.holder, journey.view.id, checked).catch((problem: unknown) => {
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
