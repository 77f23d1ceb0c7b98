import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { isHolderView } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { patiently } from '../holder/patiently.ts';

/** Declines; the counter offers the staffed way. @throws HolderProblem session-over, step-out-of-order, ... */
export async function decline(holder: Holder, sessionId: string): Promise<HolderView> {
  return await patiently(holder.platform.clock, () =>
    callBff(holder, {
      method: 'POST',
      path: `/holder/v1/sessions/${sessionId}/decline`,
      guard: isHolderView,
    }),
  );
}
