import { listeners } from '../platform/listeners.ts';
import { type Arrived, arrive } from '../verify/02-arrive.ts';
import { openHolder } from './open-holder.ts';

/** The scan that the app has not claimed yet: one at a time. */
let current: { code: string; arriving: Promise<Arrived>; arrived?: Arrived } | undefined;
const changes = listeners();

/** Who asks, once that is known, while it is not claimed: through loading, login and applying. */
export function currentArrival(): Arrived | undefined {
  return current?.arrived;
}

/** Calls `listener` after each change; the answer takes it away again. */
export const watchArrival = changes.add;

/**
 * Says at once that this phone scanned, before anybody has logged in; the same code again is the same arrival, and one that failed is tried
 * anew. @throws HolderProblem as arrive
 */
export function arriveHere(code: string, from?: 'address' | 'scanner'): Promise<Arrived> {
  if (current?.code === code) return current.arriving;
  const arriving = openHolder().then((holder) => arrive(holder, code, from));
  const mine: NonNullable<typeof current> = { code, arriving };
  current = mine;
  changes.tell();
  arriving.then(
    (arrived) => {
      mine.arrived = arrived;
      if (current === mine) changes.tell();
    },
    () => {
      if (current === mine) forgetArrival();
    },
  );
  return arriving;
}

/** It was claimed, or nobody waits for it any more. */
export function forgetArrival(): void {
  if (current === undefined) return;
  current = undefined;
  changes.tell();
}
