import type { DecidedSignal } from '../ports/authority-ports.ts';

export function makeDecidedSignal(): DecidedSignal {
  const waiting = new Map<string, Set<() => void>>();
  let closed = false;
  return {
    notify(challengeId) {
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
