import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import { isFinal } from '../../../shared/sessions.ts';

/** A view and when it arrived: epoch milliseconds with fractions. */
export interface Arrival {
  view: CounterView;
  at: number;
}

/** The newest view of each session that an event stream brought, for whoever waits for one. */
export interface EventLog {
  add(arrival: Arrival): void;
  /** Resolves with the first view from now on, or the newest one so far, that is final. Rejects after `milliseconds`. */
  awaitEnd(sessionId: string, milliseconds: number): Promise<Arrival>;
}

export function eventLog(): EventLog {
  const newest = new Map<string, Arrival>();
  const waiting = new Set<(arrival: Arrival) => void>();
  return {
    add(arrival) {
      const { sessionId, version } = arrival.view;
      if ((newest.get(sessionId)?.view.version ?? 0) >= version) return;
      newest.set(sessionId, arrival);
      for (const tell of waiting) tell(arrival);
    },
    awaitEnd(sessionId, milliseconds) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(tell);
          reject(new Error(`no end of ${sessionId} within ${milliseconds} ms`));
        }, milliseconds);
        const tell = (arrival: Arrival) => {
          if (arrival.view.sessionId !== sessionId || !isFinal(arrival.view.state)) return;
          clearTimeout(timer);
          waiting.delete(tell);
          resolve(arrival);
        };
        waiting.add(tell);
        const known = newest.get(sessionId);
        if (known !== undefined) tell(known);
      });
    },
  };
}
