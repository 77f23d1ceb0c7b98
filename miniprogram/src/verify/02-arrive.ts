import type { Arrival } from '../../../shared/contract/verify/02-arrive.ts';
import { plainCode } from '../../../shared/counter-code/plain-code.ts';
import { limits } from '../../../shared/limits.ts';
import { isArrival } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { type HolderCode, HolderProblem } from '../holder/holder-problem.ts';
import { patiently } from '../holder/patiently.ts';
import { type Asker, checkAsker } from '../holder/who-asks.ts';

/** A scan that was judged as it came, and is not claimed yet. */
export interface Arrived {
  /** As it is claimed with. */
  readonly code: string;
  /** Makes the claim count however long logging in and applying take; good on this device key alone. */
  readonly ticket: string;
  /** Checked by the root: it may be shown. */
  readonly asks: Asker;
  /** When the counter stops waiting, epoch milliseconds of the BFF's clock. */
  readonly deadline: number;
}

/**
 * Says that this phone scanned, before anybody has logged in. A browser that the code itself opened comes with the cookie of its landing
 * page, `from: 'address'`, and with the code where that one is not kept; whoever has read the code in the app comes with it at once.
 * @throws HolderProblem who-asks-unknown, code-unreadable, code-stale, code-forged, session-taken, session-over, too-many-requests, ...
 */
export async function arrive(
  holder: Holder,
  scanned: string,
  from: 'address' | 'scanner' = 'scanner',
): Promise<Arrived> {
  const code = plainCode(scanned) ?? scanned;
  if (code === '' || code.length > limits.scannedCode) throw new HolderProblem('code-unreadable');
  const byCode = () => callArrive(holder, { code });
  const byCookie = () =>
    callArrive(holder, {}).catch((problem: unknown) => {
      if (problem instanceof HolderProblem && withoutCookie.includes(problem.code)) return byCode();
      throw problem;
    });
  const arrival = await (from === 'scanner' ? byCode() : byCookie());
  const { ticket, asks, deadline } = arrival;
  return { code, ticket, asks: checkAsker(holder, asks), deadline };
}

/** What a browser hears that keeps no cookie, or one of another scan. */
const withoutCookie: readonly HolderCode[] = [
  'request-invalid',
  'code-unreadable',
  'code-stale',
  'session-over',
  'not-found',
];

async function callArrive(holder: Holder, body: { code?: string }): Promise<Arrival> {
  return await patiently(holder.platform.clock, () =>
    callBff(holder, {
      method: 'POST',
      path: '/holder/v1/arrivals',
      body,
      anonymous: true,
      cookies: true,
      guard: isArrival,
    }),
  );
}
