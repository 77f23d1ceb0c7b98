import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { Problem } from '../../../shared/problem.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { holderView } from '../session/holder-view.ts';
import { loadOwn } from '../session/load.ts';
import { isLiveCheck } from '../session/session.ts';
import { tellMoreTime } from './tell-more-time.ts';

/**
 * The holder left the page of a check: its counter is told that more time is needed, as for every other cause. Again is once.
 * @throws Problem not-found, session-taken, session-over
 */
export async function pauseCheck(ports: Ports, caller: HolderCaller, sessionId: string): Promise<HolderView> {
  const session = await loadOwn(ports, caller, sessionId);
  if (!isLiveCheck(session)) throw new Problem('session-over');
  if (session.asked.needsMoreTime) return holderView(ports, session);
  await tellMoreTime(ports, session);
  return pauseCheck(ports, caller, sessionId);
}
