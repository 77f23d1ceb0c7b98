/** Who wants to hear of something, each until it says otherwise. */
export interface Listeners<Event> {
  /** Calls `listener` with each event from now on. @returns takes it away again; more than once does no harm */
  add(listener: (event: Event) => void): () => void;
  /**
   * Calls those who listen now, in the order in which they came; one that is taken away meanwhile is left out. Each is
   * told, also after one has thrown; what was thrown first is then thrown here.
   */
  tell(event: Event): void;
  /** Whether anybody listens. */
  any(): boolean;
}

/** A register of listeners, at first without any. The same function added twice is two listeners. */
export function listeners<Event = void>(): Listeners<Event> {
  const entries = new Set<{ call(event: Event): void }>();
  return {
    add(listener) {
      const entry = { call: listener };
      entries.add(entry);
      return () => void entries.delete(entry);
    },
    tell(event) {
      const thrown: unknown[] = [];
      for (const entry of [...entries]) {
        if (!entries.has(entry)) continue;
        try {
          entry.call(event);
        } catch (problem) {
          thrown.push(problem);
        }
      }
      if (thrown.length > 0) throw thrown[0];
    },
    any: () => entries.size > 0,
  };
}
