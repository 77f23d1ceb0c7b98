import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { isHolderView } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';

/**
 * Tells the counter that its guest needs more time, as the holder has left the page of the check. Sent once, also from a page that is
 * being closed: nobody waits for it. @throws HolderProblem
 */
export async function pause(holder: Holder, sessionId: string): Promise<HolderView> {
  return await callBff(holder, {
    method: 'POST',
    path: `/holder/v1/sessions/${sessionId}/pause`,
    outlives: true,
    guard: isHolderView,
  });
}
