import type { VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import { Problem } from '../../../shared/problem.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';

/**
 * Ends a challenge for which nobody waits any more, and answers the verdict where there is one. Where there is none there never
 * will be: what is being decided leads to no verdict and to no credential. Ending it twice is ending it once.
 * @throws Problem not-found
 */
export function endChallenge(
  { store, decided }: AuthorityPorts,
  challengeId: string,
): VerdictClaims | undefined {
  const verdict = store.together(() => {
    if (store.challenges.find(challengeId) === undefined) throw new Problem('not-found');
    const verdict = store.verdicts.find(challengeId);
    if (verdict === undefined) store.challenges.end(challengeId);
    return verdict;
  });
  decided.notify(challengeId);
  return verdict;
}
