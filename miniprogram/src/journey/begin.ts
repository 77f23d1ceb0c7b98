import { rulesOf } from '../../../shared/ceremonies.ts';
import type { Consent } from '../../../shared/contract/attempt/03-challenge.ts';
import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { consent as openApplication } from '../apply/01-consent.ts';
import { readCredential } from '../apply/07-credential.ts';
import { readSession } from '../attempt/08-own-session.ts';
import type { Holder } from '../holder/holder.ts';
import { claim } from '../verify/02-claim.ts';
import { type Journey, learnView, newJourney, type Typed } from './journey.ts';

/**
 * Takes the session whose code was scanned.
 * @param before a journey of this phone: where the code is of the same session, it goes on as it was
 * @throws HolderProblem as claim
 */
export async function beginCheck(holder: Holder, code: string, before?: Journey): Promise<Journey> {
  return goOn(holder, await claim(holder, code), before);
}

/** Opens an application; what was typed stays on the phone until the authority's challenge is there. @throws HolderProblem */
export async function beginApplication(
  holder: Holder,
  given: { consent: Consent; typed: Typed },
): Promise<Journey> {
  const journey = newJourney(holder, await openApplication(holder, given.consent));
  return Object.assign(journey, given, { progress: { at: 'agreed' } as const });
}

/**
 * The session as the BFF knows it, with what `before`, if it is of this session, still holds for it.
 * @throws HolderProblem not-found, ...
 */
export async function resume(holder: Holder, sessionId: string, before?: Journey): Promise<Journey> {
  const known = before?.view.id === sessionId ? before : undefined;
  const view = await readSession(holder, sessionId);
  const journey = known ?? newJourney(holder, view);
  learnView(journey, view);
  await keepCredential(journey);
  return journey;
}

/** Where a pass brought a credential, this phone learns of it. @throws HolderProblem */
export async function keepCredential({ holder, view }: Journey): Promise<void> {
  const brings = view.state === 'passed' ? rulesOf(view.ceremony).passBrings : 'result';
  if (brings === 'credential') await readCredential(holder);
}

function goOn(holder: Holder, view: HolderView, before: Journey | undefined): Journey {
  const journey = before?.view.id === view.id ? before : newJourney(holder, view);
  learnView(journey, view);
  return journey;
}
