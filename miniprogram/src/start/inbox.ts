import type { Notice } from '../../../shared/contract/protect/notices.ts';
import { listeners } from '../platform/listeners.ts';
import { phoneStorage } from './open-holder.ts';

/** What this phone was told since the inbox was last looked at; lives as long as the app, and is told anew after it. */
let unread: readonly Notice[] = [];
const changes = listeners();

/** How many notices nobody has looked at yet. */
export const unreadNotices = (): number => unread.length;

/** Calls `listener` after each change; the answer takes it away again. */
export const watchInbox = changes.add;

/** The number after which this phone is to be told: that of the last notice which has come, or was read before. */
export async function lastTold(): Promise<number> {
  const read = Number(await phoneStorage().read('notices-read'));
  return unread.at(-1)?.seq ?? (Number.isInteger(read) ? read : 0);
}

/** These have come. */
export function keepTold(notices: readonly Notice[]): void {
  const newest = unread.at(-1)?.seq ?? 0;
  unread = [...unread, ...notices.filter(({ seq }) => seq > newest)];
  changes.tell();
}

/** All up to this number have been looked at. */
export async function markRead(seq: number): Promise<void> {
  unread = unread.filter((notice) => notice.seq > seq);
  changes.tell();
  await phoneStorage().write('notices-read', String(seq));
}

/** At logout, and where another phone took over. */
export async function forgetInbox(): Promise<void> {
  unread = [];
  changes.tell();
  await phoneStorage().remove('notices-read');
}
