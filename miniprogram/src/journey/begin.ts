import { rulesOf } from '../../../shared/ceremonies.ts';
import type { Consent } from '../../../shared/contract/attempt/03-challenge.ts';
import { consent as openApplication } from '../apply/01-consent.ts';
import { readCredential } from '../apply/07-credential.ts';
import { readSession } from '../attempt/08-own-session.ts';
import type { Holder } from '../holder/holder.ts';
import { checkWhoAsks } from '../holder/who-asks.ts';
import { claim } from '../verify/02-claim.ts';
import { type Journey, learnView, newJourney, type Typed } from './journey.ts';

/** Takes the session whose code was scanned, by the ticket of its arrival where there is one. @throws HolderProblem as claim */
export async function beginCheck(
  holder: Holder,
  code: string | undefined,
  ticket?: string,
): Promise<Journey> {
  return newJourney(holder, await claim(holder, code, ticket));
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
 * The session as the BFF knows it: whatever was agreed to before is to be agreed to anew.
 * @throws HolderProblem not-found, who-asks-unknown, ...
 */
export async function resume(holder: Holder, sessionId: string): Promise<Journey> {
  const view = checkWhoAsks(holder, await readSession(holder, sessionId));
  const journey = newJourney(holder, { ...view, id: sessionId });
  await keepCredential(journey);
  return journey;
}

/** Learns how the session stands at the BFF now. @throws HolderProblem */
export async function refresh(journey: Journey): Promise<void> {
  learnView(journey, await readSession(journey.holder, journey.view.id));
  await keepCredential(journey);
}

/** Where a pass brought a credential, this phone learns of it. @throws HolderProblem */
export async function keepCredential({ holder, view }: Journey): Promise<void> {
  const brings = view.state === 'passed' ? rulesOf(view.ceremony).passBrings : 'result';
  if (brings === 'credential') await readCredential(holder);
}
