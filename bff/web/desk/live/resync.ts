import type { CounterView } from '../../../../shared/contract/verify/08-result.ts';
import * as limits from '../../../../shared/limits.ts';
import { Refused } from '../send-call.ts';

/** What was on when the page went to sleep, and the ways to be sure of it again. */
export interface Doubted {
  sessionId: string;
  /** Its code was shown: where that session is over, a new one takes its place. */
  wasOpen: boolean;
  /** Reads the session, by which the clock hears the server's time. */
  read(signal: AbortSignal): Promise<CounterView>;
  isTimeSure(): boolean;
  /** Shows what the server says. */
  take(view: CounterView): void;
  /** Opens a session of the same kind in its place. */
  reopen(): Promise<void>;
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/**
 * Asks until the server has said what became of the session and what time it is: one that ran out meanwhile, or that cannot be read any
 * more, is opened anew. Ends early where `signal` says that something else is on.
 */
export async function resync(doubted: Doubted, signal: AbortSignal): Promise<void> {
  for (let failures = 0; !signal.aborted; failures++) {
    if (failures > 0) {
      const pause = limits.counterWakePause * 2 ** (failures - 1);
      await doubted.wait(Math.min(pause, limits.eventStreamPauseMost), signal);
      if (signal.aborted) return;
    }
    const found = await look(doubted, signal);
    if (signal.aborted) return;
    if (found === 'unknown') continue;
    if (found === 'gone' || (doubted.wasOpen && found.state === 'expired')) {
      const opened = await doubted.reopen().then(
        () => true,
        () => false,
      );
      if (opened) return;
      continue;
    }
    doubted.take(found);
    if (doubted.isTimeSure()) return;
  }
}

/** `unknown`: ask again. */
async function look({ read }: Doubted, signal: AbortSignal): Promise<CounterView | 'gone' | 'unknown'> {
  try {
    return await read(AbortSignal.any([signal, AbortSignal.timeout(limits.counterTimeAnswer)]));
  } catch (refusal) {
    return refusal instanceof Refused && refusal.status === 404 ? 'gone' : 'unknown';
  }
}
