import type { Audit } from '../ports/audit.ts';
import type { Tallied, Tally } from '../ports/tally.ts';

/**
 * Counts what is not worth an entry of its own, and tells all of it in one entry, so that the chain grows by the clock and never by
 * what anybody sends: as many words as the closed lists and the registry have, once an interval, and none where nothing was counted.
 */
export function openTally({ audit, now }: { audit: Audit; now: () => number }): {
  tally: Tally;
  /** Tells what was counted since the last time. */
  tell(): Promise<void>;
} {
  let counts: Record<string, number> = {};
  let since = now();
  return {
    tally(what) {
      const words = wordsFor(what);
      counts[words] = (counts[words] ?? 0) + 1;
    },
    async tell() {
      const told = { since, counts };
      counts = {};
      since = now();
      if (Object.keys(told.counts).length > 0) await audit({ event: 'tally', by: 'clock', ...told });
    },
  };
}

/** The event and all that tells it from others. */
function wordsFor(what: Tallied): string {
  switch (what.event) {
    case 'request-refused':
      return `${what.event} ${what.surface} ${what.code}`;
    case 'counter-token-issued':
      return `${what.event} ${what.rpId} ${what.counterId}`;
    case 'verdict-refused':
      return `${what.event} ${what.why}`;
    case 'login-code-sent':
      return what.event;
  }
}
