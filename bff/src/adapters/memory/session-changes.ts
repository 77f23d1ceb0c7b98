import type { Bell } from '../../ports/ports.ts';
import type { Session } from '../../session/session.ts';

interface Listener {
  heard: (session: Session) => void;
}

/**
 * A bell for one process: a change of a session is told to those who listen to its id, to its counter's or to its new state,
 * at once and in the order in which they came. `failed` hears of a listener that throws; the others are told all the same.
 */
export function openBell(failed: (error: unknown) => void = () => {}): Bell {
  const topics = new Map<string, Set<Listener>>();

  function ringTopic(topic: string, session: Session): void {
    const listeners = topics.get(topic);
    if (listeners === undefined) return;
    for (const listener of [...listeners]) {
      if (!listeners.has(listener)) continue;
      try {
        listener.heard(session);
      } catch (error) {
        failed(error);
      }
    }
  }

  return {
    ring(session) {
      ringTopic(session.id, session);
      if (session.asked.by === 'counter') ringTopic(session.asked.request.counterId, session);
      ringTopic(session.state, session);
    },
    listen(topic, heard) {
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
