import type { Ports } from '../ports/ports.ts';

export interface Wait {
  /** The version that the caller knows; undefined: answer at once. */
  after: number | undefined;
  /** Seconds. */
  wait: number | undefined;
  /** Fires when the caller is gone or the process stops. */
  signal: AbortSignal;
}

/**
 * Listens first and reads then, so that no change falls in between; answers once what is there is what the caller waits for, or the wait
 * is over. Changes that it is not waiting for pass unnoticed.
 */
export async function awaitChange<T>(
  ports: Ports,
  topic: string,
  read: () => Promise<T>,
  { isThere, wait, signal }: { isThere: (there: T) => boolean } & Omit<Wait, 'after'>,
): Promise<T> {
  let over = !wait;
  let hint = Promise.withResolvers<void>();
  const stop = ports.sessionChanges.subscribe(topic, () => hint.resolve());
  const giveUp = () => {
    over = true;
    hint.resolve();
  };
  const timer = wait ? setTimeout(giveUp, wait * 1000) : undefined;
  signal.addEventListener('abort', giveUp);
  try {
    for (;;) {
      hint = Promise.withResolvers<void>();
      const there = await read();
      if (isThere(there) || over || signal.aborted) return there;
      await hint.promise;
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
    stop();
  }
}
