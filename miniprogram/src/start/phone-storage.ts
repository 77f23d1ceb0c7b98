import { openPlatform } from '../platform/open/open-platform.ts';
import type { Storage } from '../platform/platform.ts';

/** What outlives the app on this phone, for the card that is shown before anything else. */
export function phoneStorage(): Storage {
  return openPlatform().storage;
}
