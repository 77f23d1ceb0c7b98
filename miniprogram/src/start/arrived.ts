import { HolderProblem } from '../holder/holder-problem.ts';
import { listeners } from '../platform/listeners.ts';
import { type Arrived, arrive } from '../verify/02-arrive.ts';
import { openHolder } from './open-holder.ts';

/** A scan, with its code as long as the app that read it lives. */
interface Scan {
  code?: string;
  arriving: Promise<Arrived>;
  arrived?: Arrived;
}

/** The scan that the app has not claimed yet: one at a time. */
let current: Scan | undefined;
const changes = listeners();

/** Who asks, once that is known, while it is not claimed: through loading, login and applying. */
export function currentArrival(): Arrived | undefined {
  return current?.arrived;
}

/** Calls `listener` after each change; the answer takes it away again. */
export const watchArrival = changes.add;

/** Whether this code is the one that has arrived, or is about to. */
export function isArriving(code: string): boolean {
  return current?.code === code;
}

/**
 * Says at once that this phone scanned, before anybody has logged in; the same code again is the same arrival, and one that failed is tried
 * anew. @throws HolderProblem as arrive
 */
export function arriveHere(code: string): Promise<Arrived> {
  if (current?.code === code) return current.arriving;
  const arriving = openHolder().then((holder) => arrive(holder, code));
  const scan: Scan = { code, arriving };
  current = scan;
  changes.tell();
  arriving.then(
    (arrived) => {
      scan.arrived = arrived;
      if (current === scan) changes.tell();
    },
    () => {
      if (current === scan) forgetArrival();
    },
  );
  return arriving;
}

/** Goes on with an arrival that the BFF still knew of after the app was closed or reloaded. */
export function recallArrival(arrived: Arrived): void {
  current = { arriving: Promise.resolve(arrived), arrived };
  changes.tell();
}

/** What is to be claimed now. @throws HolderProblem as arrive; code-stale where nothing has arrived */
export async function arrivedScan(): Promise<Arrived & { code?: string }> {
  if (current === undefined) throw new HolderProblem('code-stale');
  const { code, arriving } = current;
  return { ...(await arriving), ...(code === undefined ? {} : { code }) };
}

/** It was claimed, or nobody waits for it any more. */
export function forgetArrival(): void {
  if (current === undefined) return;
  current = undefined;
  changes.tell();
}
