import type { ChallengeAnswer } from '../../../shared/contract/verify/03-challenge.ts';
import { Problem } from '../../../shared/problem.ts';
import { challengeable, nextChallenge } from '../attempt/03-challenge.ts';
import type { Creation, HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { loadOwn } from '../session/load.ts';

/**
 * The authority issues a challenge for the application, under the consent that was given when it was opened.
 * @throws Problem not-found, and those of nextChallenge
 */
export async function challenge(
  ports: Ports,
  caller: HolderCaller,
  applicationId: string,
  { idPhoto }: { idPhoto: boolean },
  creation: Creation,
): Promise<ChallengeAnswer> {
  const application = challengeable(await loadOwn(ports, caller, applicationId));
  if (application.consent === undefined) throw new Problem('consent-missing');
  return nextChallenge(ports, caller, application, { consent: application.consent, idPhoto }, creation);
}
