import type { HolderProblem } from '../holder/holder-problem.ts';
import { openPlatform } from '../platform/open/open-platform.ts';
import { forgetArrival } from './arrived.ts';
import { dropJourney } from './current-journey.ts';
import { clearVoided, noteVoided } from './device-voided.ts';
import { forgetInbox } from './inbox.ts';
import { forgetHolder } from './open-holder.ts';
import { forgetReceipts } from './receipts.ts';

/**
 * Wipes the device key and the handle from this phone, and what it remembers of checks and of an application in progress;
 * whoever signs in next is a new phone.
 */
export async function logOut(): Promise<void> {
  await Promise.all([openPlatform().storage.remove('device-key'), clearVoided(), wipe()]);
}

/**
 * Where another phone has signed in, this one forgets its credential and all that it remembers, and home says so. The device key stays: by it
 * alone it may dispute for ten days, and it opens nothing else.
 */
export async function logOutIfVoided(problem: HolderProblem): Promise<void> {
  if (problem.code !== 'device-voided') return;
  await Promise.all([noteVoided(), wipe()]);
}

async function wipe(): Promise<void> {
  const { storage } = openPlatform();
  dropJourney();
  forgetHolder();
  forgetArrival();
  // What cannot be removed keeps nothing else on the phone.
  await Promise.all([
    storage.remove('bound'),
    storage.remove('credential-handle'),
    storage.remove('appointment'),
    storage.remove('wards'),
    forgetInbox(),
    forgetReceipts(),
  ]);
}
