import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import { limits } from '../../../shared/limits.ts';
import { type CounterState, isFinal } from '../../../shared/sessions.ts';
import type { Ports } from '../ports/ports.ts';
import { resultOf } from './result.ts';
import type { Session } from './session.ts';

/** All that the counter may see: nothing of the person, no reason, no hint, nothing of what is done on the phone. */
export async function counterView(ports: Ports, session: Session): Promise<CounterView> {
  if (session.asked.by !== 'counter') throw new Error('a session that no counter asked for');
  const { request } = session.asked;
  const decided = session.state === 'passed' || session.state === 'failed';
  return {
    sessionId: session.id,
    state: shownState(session),
    version: shownVersion(session),
    scene: request.scene,
    level: request.level,
    openedAt: session.openedAt,
    ...(isFinal(session.state) ? {} : { deadline: latestEnd(session) }),
    ...(decided && { decidedAt: session.endedAt, result: await resultOf(ports, session) }),
  };
}

/**
 * Counts what the counter is shown, never what happens: open, taken, over. Two sessions that show the same have the same version,
 * however many samples, attempts and verdicts there were.
 */
export function shownVersion({ state }: Pick<Session, 'state'>): number {
  if (state === 'open') return 1;
  return isFinal(state) ? 3 : 2;
}

function shownState({ state }: Session): CounterState {
  return state === 'challenged' || state === 'deciding' ? 'claimed' : state;
}

/** By the limits alone: the deadline of a step would tell which step it is, and who takes the face. */
function latestEnd({ state, openedAt }: Session): number {
  return openedAt + (state === 'open' ? limits.openLifetime : limits.checkLifetimeMost);
}
