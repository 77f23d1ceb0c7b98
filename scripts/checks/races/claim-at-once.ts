import { setTimeout as sleep } from 'node:timers/promises';
import { readCredential } from '../../../miniprogram/src/apply/07-credential.ts';
import type { SessionView } from '../../../miniprogram/src/holder/who-asks.ts';
import { claim } from '../../../miniprogram/src/verify/02-claim.ts';
import type { Phone } from '../../stand-ins/phone/pick-up-phone.ts';

/** One process of the BFF. */
export interface Process {
  pid: number;
  url: string;
}

/** Milliseconds for requests that were sent to arrive in the buffers of processes that are stopped. */
const arrival = 300;

/**
 * All phones claim with one scanned code, spread over the processes of the BFF. These are stopped (SIGSTOP) until every
 * request lies before them, so that they find all at once: else the first would be answered before the next one came.
 */
export async function claimAtOnce(
  phones: readonly Phone[],
  scan: () => string,
  processes: readonly Process[],
): Promise<PromiseSettledResult<SessionView>[]> {
  const { promise: allSent, resolve: sentAll } = Promise.withResolvers<void>();
  const undo: (() => void)[] = [];
  let sent = 0;
  for (const [i, { holder, platform }] of phones.entries()) {
    const { request } = platform;
    const address = processes[i % processes.length]?.url ?? holder.bffUrl;
    platform.request = (asked) => {
      const answer = request({ ...asked, url: asked.url.replace(holder.bffUrl, address) });
      if (asked.url.endsWith('/claim')) sent += 1;
      if (sent === phones.length) sentAll();
      return answer;
    };
    undo.push(() => {
      platform.request = request;
    });
  }
  // Now each phone knows the nonce of its process, and its one request will do.
  await Promise.all(phones.map(({ holder }) => readCredential(holder)));

  const signalAll = (signal: NodeJS.Signals) => {
    for (const { pid } of processes) process.kill(pid, signal);
  };
  signalAll('SIGSTOP');
  try {
    const scanned = scan();
    const claims = Promise.allSettled(phones.map(({ holder }) => claim(holder, scanned)));
    await allSent;
    await sleep(arrival);
    signalAll('SIGCONT');
    return await claims;
  } finally {
    signalAll('SIGCONT');
    for (const each of undo) each();
  }
}
