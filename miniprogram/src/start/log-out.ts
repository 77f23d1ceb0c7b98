import type { HolderProblem } from '../holder/holder-problem.ts';
import { openPlatform } from '../platform/open/open-platform.ts';
import { forgetArrival } from './arrived.ts';
import { dropJourney } from './current-journey.ts';
import { noteVoided } from './device-voided.ts';
import { forgetHolder } from './open-holder.ts';
import { forgetReceipts } from './receipts.ts';

/**
 * Wipes the device key and the handle from this phone, and what it remembers of checks and of an application in progress;
 * whoever signs in next is a new phone.
 */
export async function logOut(): Promise<void> {
  const { storage } = openPlatform();
  dropJourney();
  forgetHolder();
  forgetArrival();
  // What cannot be removed keeps nothing else on the phone.
  await Promise.all([storage.remove('device-key'), storage.remove('credential-handle'), forgetReceipts()]);
}

/** Where another phone has signed in, this one forgets its key and its credential, and home says so. */
export async function logOutIfVoided(problem: HolderProblem): Promise<void> {
  if (problem.code !== 'device-voided') return;
  noteVoided();
  await logOut();
}
