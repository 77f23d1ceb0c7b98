import type { Notice } from '../../../shared/contract/protect/notices.ts';
import * as limits from '../../../shared/limits.ts';
import { isNoticesAnswer } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { asProblem, type HolderProblem } from '../holder/holder-problem.ts';

/** Who is told while the app is open. */
export interface PlaceWatcher {
  /** The credential changed: what there is to be told, in its order. */
  told(notices: readonly Notice[]): void;
  /** Another phone has signed in: this one has lost its place (device-voided). */
  lost(problem: HolderProblem): void;
}

/** What this phone was told after that place; with `wait` once there is something, or after that many seconds. @throws HolderProblem device-voided, ... */
export async function readNotices(holder: Holder, after: number, wait = 0): Promise<Notice[]> {
  const query = wait === 0 ? `after=${after}` : `after=${after}&wait=${wait}`;
  const { notices } = await callBff(holder, {
    method: 'GET',
    path: `/holder/v1/notices?${query}`,
    guard: isNoticesAnswer,
    patience: wait * 1000,
  });
  return notices;
}

/**
 * Waits at the BFF for as long as the app is open, so that a phone whose place was taken says so at once. A line that breaks is taken up again
 * after a pause. The answer stops it.
 * @param after the last notice that the phone has shown
 */
export function watchPlace(holder: Holder, after: number, watcher: PlaceWatcher): () => void {
  let gone = false;
  let cancel = (): void => undefined;
  let place = after;
  const look = async (): Promise<void> => {
    const found = await readNotices(holder, place, limits.longPollSeconds).catch(asProblem);
    if (gone) return;
    if (!Array.isArray(found)) {
      if (found.code === 'device-voided') return watcher.lost(found);
      cancel = holder.platform.clock.after(limits.phoneLooksEvery, () => void look());
      return;
    }
    place = found.at(-1)?.seq ?? place;
    if (found.length > 0) watcher.told(found);
    cancel = holder.platform.clock.after(0, () => void look());
  };
  void look();
  return () => {
    gone = true;
    cancel();
  };
}
