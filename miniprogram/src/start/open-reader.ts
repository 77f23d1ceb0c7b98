import { readNewestKeyList } from '../holder/newest-key-list.ts';
import { openPlatform } from '../platform/open/open-platform.ts';
import type { Reader } from '../receipt/open-own.ts';
import { bffUrl, pinnedTrust } from './open-holder.ts';

/** What reads the receipt of an address, for whoever has that: no key of a device is made here, and nobody is logged in. */
export async function openReader(): Promise<Reader> {
  const [platform, trust] = [openPlatform(), pinnedTrust()];
  const newestKeyList = await readNewestKeyList(platform.storage, trust.root);
  return { platform, bffUrl: bffUrl(), trust, link: { faceBy: 'phone', newestKeyList } };
}
