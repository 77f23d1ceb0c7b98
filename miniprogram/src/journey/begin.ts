import { rulesOf } from '../../../shared/ceremonies.ts';
import type { Consent } from '../../../shared/contract/attempt/03-challenge.ts';
import type { ProtectAct } from '../../../shared/credentials.ts';
import { consent as openApplication } from '../apply/01-consent.ts';
import { readCredential } from '../apply/07-credential.ts';
import { readSession } from '../attempt/08-own-session.ts';
import type { Holder } from '../holder/holder.ts';
import { checkWhoAsks } from '../holder/who-asks.ts';
import { consent as openMove } from '../move/01-consent.ts';
import { protect as openProtection } from '../protect/01-protect.ts';
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

/** Opens the move of the credential to this phone; what was typed travels as with an application. @throws HolderProblem */
export async function beginMove(holder: Holder, given: { consent: Consent; typed: Typed }): Promise<Journey> {
  const journey = newJourney(holder, await openMove(holder, given.consent));
  return Object.assign(journey, given, { progress: { at: 'agreed' } as const });
}

/** Opens what weakens the credential and counts by the own face. @throws HolderProblem */
export async function beginProtection(
  holder: Holder,
  given: { act: ProtectAct; consent: Consent },
): Promise<Journey> {
  const journey = newJourney(holder, await openProtection(holder, given));
  return Object.assign(journey, { consent: given.consent, progress: { at: 'agreed' } as const });
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

/** Where a pass brought a credential, or changed what can be done with it, this phone learns of it. @throws HolderProblem */
export async function keepCredential({ holder, view }: Journey): Promise<void> {
  if (view.state !== 'passed') return;
  if (rulesOf(view.ceremony).passBrings === 'credential' || view.act !== undefined)
    await readCredential(holder);
}
