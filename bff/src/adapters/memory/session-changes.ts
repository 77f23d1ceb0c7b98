import type { SessionChange, SessionChanges } from '../../ports/session-changes.ts';

interface Listener {
  heard: (change: SessionChange) => void;
}

/**
 * Session changes within one process: each is told to those who subscribed to one of its topics, at once and in the order in which
 * they came. `failed` hears of a listener that throws; the others are told all the same.
 */
export function sessionChangesInMemory(failed: (error: unknown) => void = () => {}): SessionChanges {
  const topics = new Map<string, Set<Listener>>();

  function tell(topic: string, change: SessionChange): void {
    const listeners = topics.get(topic);
    if (listeners === undefined) return;
    for (const listener of [...listeners]) {
      if (!listeners.has(listener)) continue;
      try {
        listener.heard(change);
      } catch (error) {
        failed(error);
      }
    }
  }

  return {
    publish(change, about) {
      for (const topic of about) tell(topic, change);
    },
    subscribe(topic, heard) {
      const listener = { heard };
      const listeners = topics.get(topic) ?? new Set();
      topics.set(topic, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && topics.get(topic) === listeners) topics.delete(topic);
      };
    },
  };
}
