import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { isHolderView } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { patiently } from '../holder/patiently.ts';

/** Moves the deadline of the step that runs, once a session. @throws HolderProblem extended-already, session-over, ... */
export async function extend(holder: Holder, sessionId: string): Promise<HolderView> {
  return await patiently(holder.platform.clock, () =>
    callBff(holder, {
      method: 'POST',
      path: `/holder/v1/sessions/${sessionId}/extend`,
      guard: isHolderView,
    }),
  );
}
