import { endJourney } from '../journey/journey.ts';
import { forgetReceipts } from '../journey/receipts.ts';
import { openPlatform } from '../platform/open/open-platform.ts';
import { forgetHolder } from './open-holder.ts';

/**
 * Wipes the device key and the handle from this phone, and what it remembers of checks and of an application in progress;
 * whoever signs in next is a new phone.
 */
export async function logOut(): Promise<void> {
  const { storage } = openPlatform();
  endJourney();
  forgetHolder();
  forgetReceipts();
  await storage.remove('credential-handle');
  await storage.remove('device-key');
}
