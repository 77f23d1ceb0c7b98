import { Problem } from '../../../shared/problem.ts';
import type { CounterCaller, OfficerCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { loadAtCounter } from '../session/load.ts';
import type { Session } from '../session/session.ts';

/** An officer as one who asks where they work: at an acceptance point, or at a relying party's counter. */
export function atDesk({ role, rpId, counterId }: OfficerCaller): CounterCaller {
  return { rpId, counterId, ownSessionsOnly: true, ...(role === 'point' && { officer: true }) };
}

/** An officer of an acceptance point. @throws Problem officer-may-not for an attendant */
export function atPoint(caller: OfficerCaller): CounterCaller {
  if (caller.role !== 'point') throw new Problem('officer-may-not');
  return atDesk(caller);
}

/** An attendant at a relying party's counter. @throws Problem officer-may-not for who raises credentials */
export function atCounter(caller: OfficerCaller): CounterCaller {
  if (caller.role !== 'attendant') throw new Problem('officer-may-not');
  return atDesk(caller);
}

/**
 * A session in which an officer of the same desk takes part. @throws Problem not-found, also for every other: what a counter asks for itself
 * is none of an attendant's
 */
export async function loadAtDesk(ports: Ports, caller: OfficerCaller, id: string): Promise<Session> {
  const session = await loadAtCounter(ports, atDesk(caller), id);
  if (session.parties.officer === undefined) throw new Problem('not-found');
  return session;
}
