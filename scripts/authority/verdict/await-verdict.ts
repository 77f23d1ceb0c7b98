import type { VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import { Problem } from '../../../shared/problem.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';

/**
 * The verdict of a challenge, waiting for it up to so many seconds; undefined where there is none then.
 * @throws Problem not-found
 */
export async function awaitVerdict(
  { store, decided }: AuthorityPorts,
  challengeId: string,
  waitSeconds: number,
): Promise<VerdictClaims | undefined> {
  if (store.challenges.find(challengeId) === undefined) throw new Problem('not-found');
  if (waitSeconds === 0) return store.verdicts.find(challengeId);
  const { heard, stop } = decided.listen(challengeId, waitSeconds * 1000);
  try {
    const verdict = store.verdicts.find(challengeId);
    if (verdict !== undefined) return verdict;
    await heard;
    return store.verdicts.find(challengeId);
  } finally {
    stop();
  }
}
