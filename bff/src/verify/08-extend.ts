import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { CounterCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { awaitsWord } from '../session/awaits-word.ts';
import { amend } from '../session/change.ts';
import { counterView } from '../session/counter-view.ts';
import { loadAtCounter } from '../session/load.ts';
import { isLiveCheck } from '../session/session.ts';

/**
 * The counter gives the guest more time, once a check: whatever is waited for is waited for `limits.moreTime` longer. What the
 * authority decides waits for nobody, and its time stays; the counter is shown the same of it.
 * @throws Problem not-found, session-over, extended-already
 */
export async function extendAtCounter(
  ports: Ports,
  caller: CounterCaller,
  sessionId: string,
): Promise<CounterView> {
  const session = await loadAtCounter(ports, caller, sessionId);
  if (!isLiveCheck(session)) throw new Problem('session-over');
  if (session.asked.extended) throw new Problem('extended-already');
  const decides = session.state === 'deciding' && !awaitsWord(session);
  const more = decides ? 0 : limits.moreTime;
  const extended = await amend(ports, session, {
    ...session,
    deadline: session.deadline + more,
    asked: { ...session.asked, extended: true },
  });
  return typeof extended === 'string'
    ? extendAtCounter(ports, caller, sessionId)
    : counterView(ports, extended);
}
