import type { Arrival } from '../../../shared/contract/verify/02-arrive.ts';
import { plainCode } from '../../../shared/counter-code/plain-code.ts';
import * as limits from '../../../shared/limits.ts';
import { isArrival } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import { patiently } from '../holder/patiently.ts';
import { type Asker, checkAsker } from '../holder/who-asks.ts';

/** A scan that was judged as it came, and is not claimed yet. */
export interface Arrived {
  /** Makes the claim count however long logging in and applying take; good on this device key alone. */
  readonly ticket: string;
  /** Checked by the root: it may be shown. */
  readonly asks: Asker;
  /** When the counter stops waiting, epoch milliseconds of the BFF's clock. */
  readonly deadline: number;
}

/**
 * Says that this phone scanned, before anybody has logged in. A browser that the code itself opened has a cookie of its landing page,
 * which goes along, so that the code may be old by now. Asked again, the answer is the same.
 * @throws HolderProblem who-asks-unknown, code-unreadable, code-stale, code-forged, too-many-requests, ...
 */
export async function arrive(holder: Holder, scanned: string): Promise<Arrived> {
  const code = plainCode(scanned) ?? scanned;
  if (code === '' || code.length > limits.scannedCode) throw new HolderProblem('code-unreadable');
  const arrival = await patiently(holder.platform.clock, () =>
    callBff(holder, {
      method: 'POST',
      path: '/holder/v1/arrivals',
      body: { code },
      anonymous: true,
      cookies: true,
      guard: isArrival,
    }),
  );
  return checkArrival(holder, arrival);
}

/** @throws HolderProblem who-asks-unknown, clock-wrong where the root does not vouch for who asks, authority-unavailable where nothing says that it does now */
export function checkArrival(holder: Holder, { ticket, asks, keyList, deadline }: Arrival): Arrived {
  if (keyList === undefined) throw new HolderProblem('authority-unavailable', { why: 'key-list-missing' });
  return { ticket, asks: checkAsker(holder, asks, keyList), deadline };
}
