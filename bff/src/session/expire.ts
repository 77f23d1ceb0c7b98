import type { Ports } from '../ports/ports.ts';
import { endAll } from './end-all.ts';
import type { LiveSession } from './session.ts';

/**
 * Does what the deadlines of live sessions demand, for many as for one: they end. What is being decided is left to who waits for its
 * verdict (`attempt/give-up.ts`): it is not given up without asking.
 */
export async function expire(ports: Ports, sessions: readonly LiveSession[]): Promise<void> {
  await endAll(
    ports,
    sessions.filter(({ state }) => state !== 'deciding'),
    'expired',
    'clock',
  );
}
