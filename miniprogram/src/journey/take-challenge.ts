import { challenge } from '../attempt/03-challenge.ts';
import type { CheckedChallenge } from '../attempt/check-challenge.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import { deliver } from './deliver.ts';
import { type Journey, learnView } from './journey.ts';

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
  const { holder, progress, view, consent } = journey;
  if (progress.at === 'shown') throw new HolderProblem('consent-missing');
  const now = holder.platform.clock.now();
  const reusable = progress.at === 'challenged' && !journey.deliveries.has('face');
  const age = reusable ? now - progress.takenAt : 0;
  // A clock that was set back meanwhile tells no age.
  if (reusable && age >= 0 && age < reusableFor(progress.checked)) return progress.checked;
  journey.deliveries = new Map();
  const idPhoto = journey.typed?.idPhoto !== undefined;
  const receipt = await journey.wantReceipt?.(holder, view.id);
  const { ward } = journey;
  const copy = ward === undefined ? undefined : await journey.wantCopy?.(holder, view.id);
  const agreed = { view, consent, idPhoto, ...(ward === undefined ? {} : { ward: ward.delegationId }) };
  const taken = await challenge(holder, agreed, receipt, copy);
  learnView(journey, taken.view);
  journey.progress = { at: 'challenged', checked: taken.checked, takenAt: now };
  // Read only now: a person who turned back meanwhile has let go of it.
  const { typed } = journey;
  if (typed !== undefined) deliver(journey, { kind: 'identity', identity: typed.identity });
  if (typed?.idPhoto !== undefined) deliver(journey, { kind: 'id-photo', jpeg: typed.idPhoto.slice() });
  return taken.checked;
}

/** Milliseconds. */
function reusableFor({ claims }: CheckedChallenge): number {
  const life = (claims.exp - claims.iat) * 1000;
  return life * (claims.samples.includes('platform-face') ? stillFreshForPlatform : stillFresh);
}
