import type { HolderView } from '../../../shared/contract/holder-view.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { amend } from '../session/change.ts';
import { holderView } from '../session/holder-view.ts';
import { loadOwn } from '../session/load.ts';
import { mayExtend } from '../session/may-extend.ts';
import { isLiveCheck, type LiveCheck, type Next } from '../session/session.ts';

/**
 * The holder needs more time for the step that runs: its deadline moves by `limits.moreTimeOnPhone`, once a check. While samples are
 * taken the challenge itself cannot be moved, which the authority has signed: instead one that runs out is followed by another and costs
 * no attempt. The counter is shown nothing of it.
 * @throws Problem not-found, session-taken, session-over, extended-already; step-out-of-order where nothing waits for the holder, or the
 * check has ended by then in any case
 */
export async function extendOnPhone(
  ports: Ports,
  caller: HolderCaller,
  sessionId: string,
): Promise<HolderView> {
  const session = await loadOwn(ports, caller, sessionId);
  if (!isLiveCheck(session)) throw new Problem('session-over');
  const extended = await amend(ports, session, extendedOnce(session));
  return typeof extended === 'string' ? extendOnPhone(ports, caller, sessionId) : holderView(ports, extended);
}

function extendedOnce(session: LiveCheck): Next {
  if (session.state === 'open' || session.claim.shows !== 'credential')
    throw new Problem('step-out-of-order');
  if (session.claim.extended !== undefined) throw new Problem('extended-already');
  if (!mayExtend(session)) throw new Problem('step-out-of-order');
  const deadline = session.deadline + limits.moreTimeOnPhone;
  const extended = session.state === 'challenged' ? 'spare' : 'moved';
  if ('verdict' in session && session.claim.shows === 'credential')
    return { ...session, deadline, claim: { ...session.claim, extended } };
  return { ...session, deadline, claim: { ...session.claim, extended } };
}
