import { consent } from '../apply/01-consent.ts';
import { readApplication } from '../apply/07-credential.ts';
import { ensureLoggedIn } from '../start/ensure-logged-in.ts';
import { beginJourney, type Journey, journeyOf, type Typed } from './journey.ts';
import { learnView } from './learn-view.ts';

/** Opens an application; what was typed stays on the phone until the authority's challenge is there. @throws HolderProblem */
export async function startApply(given: { face: boolean; voice: boolean }, typed: Typed): Promise<Journey> {
  const holder = await ensureLoggedIn();
  const journey = beginJourney(holder, await consent(holder, given));
  return Object.assign(journey, { consent: given, typed, stage: { at: 'agreed' } as const });
}

/** The application as the BFF knows it, with what this phone still holds for it. @throws HolderProblem */
export async function resumeApply(applicationId: string): Promise<Journey> {
  const holder = await ensureLoggedIn();
  const view = await readApplication(holder, applicationId);
  const journey = journeyOf(applicationId) ?? beginJourney(holder, view);
  learnView(journey, view);
  return journey;
}
