import type { Ports } from '../ports/ports.ts';
import type { Session } from './session.ts';

export interface Wait {
  /** The version that the caller knows; undefined: answer at once. */
  after: number | undefined;
  /** Seconds. */
  wait: number | undefined;
  /** Fires when the caller is gone or the process stops. */
  signal: AbortSignal;
}

/** Listens first and reads then, so that no change falls in between; answers once the version is above `after` or the wait is over. */
export async function awaitChange(
  ports: Ports,
  id: string,
  read: () => Promise<Session>,
  { after, wait, signal }: Wait,
): Promise<Session> {
  const { promise: changed, resolve } = Promise.withResolvers<void>();
  const stop = ports.sessionChanges.subscribe(id, () => resolve());
  try {
    const session = await read();
    if (after === undefined || session.version > after || !wait || signal.aborted) return session;
    const timer = setTimeout(resolve, wait * 1000);
    signal.addEventListener('abort', () => resolve(), { once: true });
    await changed;
    clearTimeout(timer);
    return await read();
  } finally {
    stop();
  }
}
