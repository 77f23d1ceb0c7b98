import { arriveHere } from './arrived.ts';
import { logInSilently } from './ensure-logged-in.ts';

/**
 * The app was opened by a code: what needs nobody is done while its page still loads. It says that it scanned, so that the code may grow old,
 * and logs in at the same time. `startCheck` goes on from there, and tells what went wrong.
 */
export function prepareCheck(code: string): void {
  arriveHere(code).catch(() => undefined);
  logInSilently().catch(() => undefined);
}
