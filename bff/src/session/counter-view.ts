import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import * as limits from '../../../shared/limits.ts';
import { shownToCounter } from '../../../shared/sessions.ts';
import type { Ports } from '../ports/ports.ts';
import { wordOf } from './awaits-word.ts';
import { resultOf } from './result.ts';
import type { LiveCheck, Next, Session } from './session.ts';

/** All that the counter may see: nothing of the person, no reason, no hint, nothing of what is done on the phone. */
export async function counterView(ports: Ports, session: Session): Promise<CounterView> {
  const shown = shownOf(session);
  if (shown === undefined) throw new Error('a session that no counter asked for');
  const decided = session.state === 'passed' || session.state === 'failed';
  return {
    sessionId: session.id,
    version: session.shown,
    ...shown,
    ...(decided && { result: await resultOf(ports, session) }),
  };
}

/** What a counter sees of a session, but for its number, its version and the result; undefined where no counter asked. */
export function shownOf(session: Next): Omit<CounterView, 'sessionId' | 'version' | 'result'> | undefined {
  const { state, asked, openedAt } = session;
  if (asked.by !== 'counter') return undefined;
  const { scene, level } = asked.request;
  const common = { state: shownToCounter(state), scene, level, openedAt };
  if (state === 'passed' || state === 'failed') return { ...common, decidedAt: session.endedAt };
  if (!('code' in asked)) return common;
  const word = wordOf(session);
  return {
    ...common,
    ...(word && { word: word.stage }),
    ...(asked.needsMoreTime && { needsMoreTime: true }),
    ...(asked.extended ? {} : { mayExtend: true }),
    deadline: latestEnd({ state, openedAt, asked }),
  };
}

/**
 * When a check has ended at the latest, by the limits and by what its counter did: the deadline of a step would tell which step it is,
 * and who takes the face.
 */
export function latestEnd({
  state,
  openedAt,
  asked,
}: Pick<Next, 'state' | 'openedAt'> & { asked: Pick<LiveCheck['asked'], 'extended' | 'endsBy'> }): number {
  if (asked.endsBy !== undefined) return asked.endsBy - (state === 'open' ? limits.deviceClaimLeast : 0);
  if (state !== 'open') return openedAt + limits.checkLifetimeMost;
  return openedAt + limits.openLifetime + (asked.extended ? limits.moreTime : 0);
}
