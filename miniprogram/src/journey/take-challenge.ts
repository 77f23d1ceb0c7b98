import { limits } from '../../../shared/limits.ts';
import { challenge as applyChallenge } from '../apply/03-challenge.ts';
import type { CheckedChallenge } from '../attempt/check-challenge.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import { challenge as verifyChallenge } from '../verify/03-challenge.ts';
import { deliver } from './deliver.ts';
import type { Journey } from './journey.ts';
import { learnView } from './learn-view.ts';

/** What is left of a challenge after this share of its life is too short for another capture. */
const stillFresh = 0.2;
/** The pages of a platform take a quarter of it; who left them is not to lose an attempt. */
const stillFreshForPlatform = 0.6;

/**
 * A challenge to capture for: the one at hand while it is fresh and no face went for it, else a new one. What was typed
 * travels at once.
 * @throws HolderProblem consent-missing where nobody has agreed to what is shown, ...
 */
export async function takeChallenge(journey: Journey): Promise<CheckedChallenge> {
  const { holder, stage, view, consent, typed } = journey;
  if (stage.at === 'shown') throw new HolderProblem('consent-missing');
  const applying = view.ceremony === 'apply';
  const now = holder.platform.clock.now();
  const reusable = stage.at === 'challenged' && !journey.deliveries.has('face');
  if (reusable && now - stage.takenAt < reusableFor(stage.checked, applying)) return stage.checked;
  journey.deliveries = new Map();
  const idPhoto = typed?.idPhoto !== undefined;
  const taken = applying
    ? await applyChallenge(holder, view, { consent, idPhoto })
    : await verifyChallenge(holder, view, consent);
  learnView(journey, taken.view);
  journey.stage = { at: 'challenged', checked: taken.checked, takenAt: now };
  if (typed !== undefined) deliver(journey, { kind: 'identity', identity: typed.identity });
  if (typed?.idPhoto !== undefined) deliver(journey, { kind: 'id-photo', jpeg: typed.idPhoto.slice() });
  return taken.checked;
}

function reusableFor({ claims }: CheckedChallenge, applying: boolean): number {
  if (claims.samples.includes('platform-face'))
    return limits.platformChallengeLifetime * stillFreshForPlatform;
  return (applying ? limits.applyChallengeLifetime : limits.challengeLifetime) * stillFresh;
}
