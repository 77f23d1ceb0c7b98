import type { WaitingCounter } from '../../../shared/contract/verify/02-arrive.ts';
import { isWaitingCounter } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';

/** Which counter still waits for this phone, which may have been closed or reloaded since it scanned. @throws HolderProblem */
export async function readWaiting(holder: Holder): Promise<WaitingCounter> {
  return await callBff(holder, {
    method: 'GET',
    path: '/holder/v1/waiting-counter',
    guard: isWaitingCounter,
  });
}
