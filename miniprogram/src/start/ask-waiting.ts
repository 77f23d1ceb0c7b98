import { isFinal } from '../../../shared/sessions.ts';
import { checkWhoAsks, type SessionView } from '../holder/who-asks.ts';
import { loginByDevice } from '../login/01-login-by-device.ts';
import { type Arrived, checkArrival } from '../verify/02-arrive.ts';
import { readWaiting } from '../verify/02-read-waiting.ts';
import { openHolder, phoneStorage } from './open-holder.ts';

/** What this phone left at a counter: a check that lives, or a scan that is not claimed. */
export interface Waiting {
  check?: SessionView;
  arrival?: Arrived;
}

/**
 * Asks the BFF which counter waits for this phone, by its device key alone: nobody is signed in, or out elsewhere, by it. A phone that
 * was never used, or logged out, makes no key to ask. @throws HolderProblem login-refused, who-asks-unknown, ...
 */
export async function askWaiting(): Promise<Waiting> {
  if ((await phoneStorage().read('device-key')) === undefined) return {};
  const holder = await openHolder();
  if (holder.link.accessToken === undefined) await loginByDevice(holder);
  const { check, arrival } = await readWaiting(holder);
  if (check !== undefined && !isFinal(check.state)) return { check: checkWhoAsks(holder, check) };
  return arrival === undefined ? {} : { arrival: checkArrival(holder, arrival) };
}
