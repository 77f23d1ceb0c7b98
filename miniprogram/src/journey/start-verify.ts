import { isFinal } from '../../../shared/sessions.ts';
import { ensureLoggedIn } from '../start/ensure-logged-in.ts';
import { claim } from '../verify/02-claim.ts';
import { readSession } from '../verify/08-result.ts';
import { beginJourney, type Journey, journeyOf } from './journey.ts';
import { learnView } from './learn-view.ts';
import { keepReceipt } from './receipts.ts';

/** Takes the session whose code was scanned; one that this phone takes part in already goes on where it was. @throws HolderProblem */
export async function startVerify(code: string): Promise<Journey> {
  const holder = await ensureLoggedIn();
  const view = await claim(holder, code);
  const journey = journeyOf(view.id) ?? beginJourney(holder, view);
  learnView(journey, view);
  return journey;
}

/** The session as the BFF knows it, with what this phone still holds for it. @throws HolderProblem */
export async function resumeVerify(sessionId: string): Promise<Journey> {
  const holder = await ensureLoggedIn();
  const view = await readSession(holder, sessionId);
  const journey = journeyOf(sessionId) ?? beginJourney(holder, view);
  learnView(journey, view);
  if (isFinal(view.state)) keepReceipt(journey.view);
  return journey;
}
