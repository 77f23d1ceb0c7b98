import type { ServerResponse } from 'node:http';
import type { Ports } from '../../ports/ports.ts';
import type { Demand } from '../../ports/quotas.ts';
import { take } from '../../quota/take.ts';

/**
 * The long polls that are open: each ends when its caller is gone, and all end when the process stops. Beyond its quota a caller's oldest
 * is answered at once as things stand: a phone that comes back over another network has left it behind, and is never kept out.
 */
export interface LongPolls {
  /** For calls that do not wait. */
  stopped: AbortSignal;
  signalFor(response: ServerResponse, poll: Demand): Promise<AbortSignal>;
  stopAll(): void;
}

export function openLongPolls(ports: Ports): LongPolls {
  const all = new AbortController();
  const open = new Set<AbortController>();
  return {
    stopped: all.signal,
    async signalFor(response, poll) {
      const one = new AbortController();
      const { leave } = await take(ports, [poll], { giveWay: () => one.abort() });
      if (all.signal.aborted || response.destroyed) one.abort();
      if (response.destroyed) leave();
      else open.add(one);
      response.once('close', () => {
        leave();
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
