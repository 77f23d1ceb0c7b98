import type { SealedKind } from '../../../shared/challenge.ts';
import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { isHolderView } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { type HolderCode, HolderProblem } from '../holder/holder-problem.ts';
import { patiently } from '../holder/patiently.ts';
import type { Sealed } from './05-seal.ts';

/** What a BFF answers to an envelope that it has already taken. */
const takenBefore: readonly HolderCode[] = ['sample-not-awaited', 'step-out-of-order', 'session-over'];

/**
 * Uploads one envelope; where that fails on the way, the same envelope goes again. An envelope that had arrived
 * although its answer was lost counts as arrived.
 * @throws HolderProblem
 */
export async function relay(
  holder: Holder,
  sessionId: string,
  kind: SealedKind,
  { envelope, word }: Sealed,
): Promise<HolderView> {
  const path = `/holder/v1/sessions/${sessionId}`;
  let sent = 0;
  return await patiently(holder.platform.clock, async () => {
    sent++;
    try {
      return await callBff(holder, {
        method: 'PUT',
        path: `${path}/samples/${kind}`,
        body: envelope,
        word,
        guard: isHolderView,
      });
    } catch (problem) {
      const arrived = sent > 1 && problem instanceof HolderProblem && takenBefore.includes(problem.code);
      if (!arrived) throw problem;
      return await callBff(holder, { method: 'GET', path, guard: isHolderView });
    }
  });
}
