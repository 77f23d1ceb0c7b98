/** Wakes whoever waits for the verdict of a challenge. */
export interface VerdictBell {
  ring(challengeId: string): void;
  /** Resolves at the next ring, after so many milliseconds, or when the authority stops. Listen first, then read. */
  listen(challengeId: string, milliseconds: number): { heard: Promise<void>; stop(): void };
  /** Wakes everybody; nobody waits from now on. */
  close(): void;
}

export function makeVerdictBell(): VerdictBell {
  const waiting = new Map<string, Set<() => void>>();
  let closed = false;
  return {
    ring(challengeId) {
      for (const wake of waiting.get(challengeId) ?? []) wake();
    },
    listen(challengeId, milliseconds) {
      if (closed) return { heard: Promise.resolve(), stop() {} };
      const { promise, resolve } = Promise.withResolvers<void>();
      const listeners = waiting.get(challengeId) ?? new Set();
      const timer = setTimeout(resolve, milliseconds);
      listeners.add(resolve);
      waiting.set(challengeId, listeners);
      function stop() {
        clearTimeout(timer);
        listeners.delete(resolve);
        if (listeners.size === 0) waiting.delete(challengeId);
      }
      return { heard: promise, stop };
    },
    close() {
      closed = true;
      for (const listeners of waiting.values()) for (const wake of listeners) wake();
    },
  };
}
