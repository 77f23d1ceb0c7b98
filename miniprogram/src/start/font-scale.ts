import { openPlatform } from '../platform/open/open-platform.ts';

/** The phone's own size of type, 1 being normal. */
export function fontScale(): number {
  return openPlatform().fontScale?.() ?? 1;
}
