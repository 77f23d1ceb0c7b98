import type { ServerResponse } from 'node:http';

/** The long polls that are open: each ends when its caller is gone, and all end when the process stops. */
export interface LongPolls {
  /** For calls that do not wait. */
  stopped: AbortSignal;
  signalFor(response: ServerResponse): AbortSignal;
  stopAll(): void;
}

export function openLongPolls(): LongPolls {
  const all = new AbortController();
  const open = new Set<AbortController>();
  return {
    stopped: all.signal,
    signalFor(response) {
      const one = new AbortController();
      if (all.signal.aborted) one.abort();
      open.add(one);
      response.once('close', () => {
        open.delete(one);
        if (!response.writableFinished) one.abort();
      });
      return one.signal;
    },
    stopAll() {
      all.abort();
      for (const one of open) one.abort();
    },
  };
}
