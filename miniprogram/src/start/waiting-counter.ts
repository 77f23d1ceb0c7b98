import { isFinal } from '../../../shared/sessions.ts';
import { type Asker, checkWhoAsks } from '../holder/who-asks.ts';
import { tellPause } from '../journey/tell-pause.ts';
import { loginByDevice } from '../login/01-login-by-device.ts';
import { checkArrival } from '../verify/02-arrive.ts';
import { readWaiting } from '../verify/02-read-waiting.ts';
import { currentArrival, recallArrival } from './arrived.ts';
import { currentCheck } from './current-journey.ts';
import { openHolder, phoneStorage } from './open-holder.ts';

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
  return await askBff().catch(() => undefined);
}

/** By the device key alone: nobody is signed in, or out elsewhere, by looking at home. */
async function askBff(): Promise<WaitingCounter | undefined> {
  // A phone that was never used, or logged out, makes no key to ask.
  if ((await phoneStorage().read('device-key')) === undefined) return undefined;
  const holder = await openHolder();
  if (holder.link.accessToken === undefined) await loginByDevice(holder);
  const { check, arrival } = await readWaiting(holder);
  if (check !== undefined && !isFinal(check.state)) {
    const { asks } = checkWhoAsks(holder, check);
    if (asks !== undefined) return { asks, session: check.id };
  }
  if (arrival === undefined) return undefined;
  const arrived = checkArrival(holder, arrival);
  recallArrival(arrived);
  return { asks: arrived.asks };
}
