import type { Notice } from '../../../shared/contract/protect/notices.ts';
import * as limits from '../../../shared/limits.ts';
import type { Holder } from '../holder/holder.ts';
import { readNotices } from './watch-place.ts';

/** All that this phone was told, in its order, page by page. @throws HolderProblem device-voided, ... */
export async function readAllNotices(holder: Holder): Promise<Notice[]> {
  const all: Notice[] = [];
  for (let more = true; more; ) {
    const page = await readNotices(holder, all.at(-1)?.seq ?? 0);
    all.push(...page);
    more = page.length === limits.noticesPerPage;
  }
  return all;
}
