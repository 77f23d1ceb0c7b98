import type { RetryHint } from '../../../shared/challenge.ts';
import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { isFinal } from '../../../shared/sessions.ts';
import type { Holder } from '../holder/holder.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import { type Screen, sendSamples } from '../holder/send-samples.ts';
import { claim } from './02-claim.ts';
import { decline } from './02-decline.ts';
import { challenge } from './03-challenge.ts';
import { takePlatformFace } from './04-platform-face.ts';
import { relay } from './06-relay.ts';
import { awaitResult, readSession } from './08-result.ts';

/** The person in front of the phone. */
export interface Verifying extends Screen {
  /** Whether the person agrees to what the view says. */
  agrees(view: HolderView): Promise<boolean>;
  consent: { face: boolean; voice: boolean };
  /** Whether the person tries again after these hints. */
  triesAgain(hints: readonly RetryHint[]): Promise<boolean>;
}

/**
 * The whole ceremony, from the scanned code to the end of the session; a retry is a new challenge and a new capture.
 * @throws HolderProblem
 */
export async function verify(holder: Holder, scanned: string, person: Verifying): Promise<HolderView> {
  const shown = await claim(holder, scanned);
  if (isFinal(shown.state)) return shown;
  if (!(await person.agrees(shown))) return await decline(holder, shown.id);
  let view = await attempt(holder, shown, person);
  while (view.state === 'claimed') {
    if (!(await person.triesAgain(view.hints ?? []))) return await decline(holder, view.id);
    view = await attempt(holder, shown, person);
  }
  return view;
}

/** The counter may end the session, or its time may, while the phone captures: then the view says so, not an error. */
async function attempt(holder: Holder, shown: HolderView, person: Verifying): Promise<HolderView> {
  try {
    const { checked } = await challenge(holder, shown, person.consent);
    const sent = await sendSamples(holder, checked, {
      relay: (kind, envelope) => relay(holder, shown.id, kind, envelope),
      screen: person,
      platformFace: () => takePlatformFace(holder, shown.id, checked),
    });
    return await awaitResult(holder, sent);
  } catch (problem) {
    if (!(problem instanceof HolderProblem) || problem.code !== 'session-over') throw problem;
    return await readSession(holder, shown.id);
  }
}
