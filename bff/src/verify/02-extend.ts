import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { limits } from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { amend } from '../session/change.ts';
import { holderView } from '../session/holder-view.ts';
import { loadOwn } from '../session/load.ts';
import { mayExtend } from '../session/may-extend.ts';
import { isLiveCheck } from '../session/session.ts';

/**
 * The holder needs more time for the step that runs: its deadline moves by `limits.moreTimeOnPhone`, once a check. While samples are
 * taken the challenge itself cannot be moved, which the authority has signed: instead one that runs out is followed by another and costs
 * no attempt. The counter is shown nothing of it.
 * @throws Problem not-found, session-taken, session-over, extended-already; step-out-of-order where nothing waits for the holder
 */
export async function extendOnPhone(
  ports: Ports,
  caller: HolderCaller,
  sessionId: string,
): Promise<HolderView> {
  const session = await loadOwn(ports, caller, sessionId);
  if (!isLiveCheck(session)) throw new Problem('session-over');
  if (!mayExtend(session)) {
    const used = 'claim' in session && session.claim.shows === 'credential' && session.claim.extended;
    throw new Problem(used ? 'extended-already' : 'step-out-of-order');
  }
  const extended = await amend(ports, session, {
    ...session,
    deadline: session.deadline + limits.moreTimeOnPhone,
    claim: {
      ...session.claim,
      extended: 'attempt' in session && session.state !== 'deciding' ? 'spare' : 'moved',
    },
  });
  return typeof extended === 'string' ? extendOnPhone(ports, caller, sessionId) : holderView(ports, extended);
}
