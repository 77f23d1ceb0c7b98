import type { Session } from '../../../shared/sessions.ts';
import type { Bell } from '../ports/ports.ts';

type Heard = (session: Session) => void;

/**
 * The bell of one process. Each change rings three topics: the session's id, its counter's id where it has one, and its new
 * state. A listener that throws does not keep the others from hearing.
 */
export function openBell(fault: (error: unknown) => void = () => undefined): Bell {
  const listeners = new Map<string, Set<Heard>>();
  const tell = (topic: string | undefined, session: Session) => {
    if (topic === undefined) return;
    for (const heard of listeners.get(topic) ?? []) {
      try {
        heard(session);
      } catch (error) {
        fault(error);
      }
    }
  };

  return {
    ring(session) {
      tell(session.id, session);
      tell(session.request?.counterId, session);
      tell(session.state, session);
    },
    listen(topic, heard) {
      // A listener of its own for each call, so that the same function listening twice is two listeners.
      const own: Heard = (session) => heard(session);
      const others = listeners.get(topic) ?? new Set();
      listeners.set(topic, others.add(own));
      return () => {
        others.delete(own);
        if (others.size === 0 && listeners.get(topic) === others) listeners.delete(topic);
      };
    },
  };
}
