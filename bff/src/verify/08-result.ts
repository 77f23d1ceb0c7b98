import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import type { CounterCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { awaitChange, type Wait } from '../session/await-change.ts';
import { counterView } from '../session/counter-view.ts';
import { loadAtCounter } from '../session/load.ts';
import type { Session } from '../session/session.ts';

/**
 * The session as its RP may see it, with the result token once it is decided; it can be read again until retention ends.
 * @throws Problem not-found, also for every other RP
 */
export async function readSession(
  ports: Ports,
  caller: CounterCaller,
  sessionId: string,
  { after, ...wait }: Wait,
): Promise<CounterView> {
  const read = () => loadAtCounter(ports, caller, sessionId);
  const isThere = (session: Session) => after === undefined || session.shown > after;
  return counterView(ports, await awaitChange(ports, sessionId, read, { isThere, ...wait }));
}
