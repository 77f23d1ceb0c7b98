import type { Asker } from '../holder/who-asks.ts';
import { tellPause } from '../journey/tell-pause.ts';
import { currentArrival, recallArrival } from './arrived.ts';
import { askWaiting, type Waiting } from './ask-waiting.ts';
import { currentCheck } from './current-journey.ts';

/** A counter that waits for this phone: `session` where its check was claimed, else its scan is claimed by `claimArrival`. */
export interface WaitingCounter {
  asks: Asker;
  session?: string;
}

/**
 * Which counter waits while its guest is elsewhere in the app, or after the app was closed or reloaded. Home asks as it is shown: whoever is there
 * has left the page of the check, and the counter is told so once. Undefined where none does, or that cannot be learned now.
 */
export async function readWaitingCounter(): Promise<WaitingCounter | undefined> {
  const check = currentCheck();
  if (check?.view.asks !== undefined) {
    tellPause(check);
    return { asks: check.view.asks, session: check.view.id };
  }
  const arrived = currentArrival();
  if (arrived !== undefined) return { asks: arrived.asks };
  const { check: left, arrival } = await askWaiting().catch((): Waiting => ({}));
  if (left?.asks !== undefined) return { asks: left.asks, session: left.id };
  if (arrival === undefined) return undefined;
  recallArrival(arrival);
  return { asks: arrival.asks };
}
