import type { ChallengeAnswer, ChallengeBody } from '../../../shared/contract/verify/03-challenge.ts';
import { Problem } from '../../../shared/problem.ts';
import { challengeable, nextChallenge } from '../attempt/03-challenge.ts';
import type { Creation, HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { loadOwn } from '../session/load.ts';

/**
 * The holder agrees; the authority issues a challenge of its own for this attempt.
 * @throws Problem not-found, consent-missing, and those of nextChallenge
 */
export async function challenge(
  ports: Ports,
  caller: HolderCaller,
  sessionId: string,
  { consent }: ChallengeBody,
  creation: Creation,
): Promise<ChallengeAnswer> {
  const session = challengeable(await loadOwn(ports, caller, sessionId));
  if (!consent.face) throw new Problem('consent-missing');
  const { credential } = session.claim;
  if (credential === undefined) throw new Problem('credential-missing');
  return nextChallenge(
    ports,
    caller,
    session,
    { consent: { face: true, voice: consent.voice }, credential },
    creation,
  );
}
