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

/**
 * Listens first and reads then, so that no change falls in between; answers once the session is what the caller waits for, or the wait
 * is over. Changes that it is not waiting for pass unnoticed.
 */
export async function awaitChange(
  ports: Ports,
  id: string,
  read: () => Promise<Session>,
  { isThere, wait, signal }: { isThere: (session: Session) => boolean } & Omit<Wait, 'after'>,
): Promise<Session> {
  let over = !wait;
  let hint = Promise.withResolvers<void>();
  const stop = ports.sessionChanges.subscribe(id, () => hint.resolve());
  const giveUp = () => {
    over = true;
    hint.resolve();
  };
  const timer = wait ? setTimeout(giveUp, wait * 1000) : undefined;
  signal.addEventListener('abort', giveUp);
  try {
    for (;;) {
      hint = Promise.withResolvers<void>();
      const session = await read();
      if (isThere(session) || over || signal.aborted) return session;
      await hint.promise;
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
    stop();
  }
}
