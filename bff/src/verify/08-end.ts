import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { isFinal } from '../../../shared/sessions.ts';
import type { CounterCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { awaitChange } from '../session/await-change.ts';
import { awaitsWord } from '../session/awaits-word.ts';
import { change, ended } from '../session/change.ts';
import { counterView } from '../session/counter-view.ts';
import { loadAtCounter } from '../session/load.ts';

/**
 * The counter ends a session that is not decided yet; ending it twice is ending it once. While the counter word is missing it ends
 * at once, whatever the verdict. While the authority decides it waits: a decision stands, and where another attempt would follow the
 * session ends instead.
 * @throws Problem not-found, session-over; step-out-of-order where the authority is silent for longer than a long poll
 */
export async function endSession(
  ports: Ports,
  caller: CounterCaller,
  sessionId: string,
  reason: 'staffed' | 'abandoned',
  signal: AbortSignal,
): Promise<CounterView> {
  const state = reason === 'staffed' ? 'declined' : 'cancelled';
  const session = await awaitChange(ports, sessionId, () => loadAtCounter(ports, caller, sessionId), {
    isThere: (current) => current.state !== 'deciding' || awaitsWord(current),
    wait: limits.longPollSeconds,
    signal,
  });
  if (session.state === state) return counterView(ports, session);
  if (isFinal(session.state)) throw new Problem('session-over');
  if (session.state === 'deciding' && !awaitsWord(session)) throw new Problem('step-out-of-order');
  const done = await change(ports, session, ended(session, state, ports.now(), limits.claimMemory));
  if (typeof done === 'string') return endSession(ports, caller, sessionId, reason, signal);
  void ports.audit({ event: 'session-ended', by: 'counter', sessionId, state });
  return counterView(ports, done);
}
