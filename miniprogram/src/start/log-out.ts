import { forgetReceipts } from '../journey/receipts.ts';
import { openPlatform } from '../platform/open-platform.ts';
import { forgetHolder } from './open-holder.ts';

/** Wipes the device key and the handle from this phone, and what it remembers of checks; whoever signs in next is a new phone. */
export async function logOut(): Promise<void> {
  const { storage } = openPlatform();
  forgetHolder();
  forgetReceipts();
  await storage.remove('credential-handle');
  await storage.remove('device-key');
}
