import type { Ports } from '../ports/ports.ts';
import { endAll } from './end-all.ts';
import type { LiveSession } from './session.ts';

/**
 * Does what the deadlines of live sessions demand, for many as for one: they end. A check that the authority never decided is given up
 * as a fault of ours.
 */
export async function expire(ports: Ports, sessions: readonly LiveSession[]): Promise<void> {
  const undecided = sessions.filter(({ state }) => state === 'deciding');
  const others = sessions.filter(({ state }) => state !== 'deciding');
  await Promise.all([
    endAll(ports, others, 'expired', 'clock'),
    endAll(ports, undecided, 'aborted', 'clock'),
  ]);
}
