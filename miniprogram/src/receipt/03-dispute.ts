import type { DisputeBody } from '../../../shared/contract/protect/dispute.ts';
import { callBff } from '../holder/call-bff.ts';
import { moment, record, text } from '../holder/guards.ts';
import type { Holder } from '../holder/holder.ts';

/**
 * “This was not me”, about a check: freezes the credential at once and opens a dispute, of which the operator sees no person. Which check it
 * is stays on this phone. Each call opens a dispute of its own. @throws HolderProblem credential-missing, credential-void, too-many-requests, ...
 */
export async function disputeCheck(holder: Holder): Promise<void> {
  const body: DisputeBody = { kind: 'check' };
  await callBff(holder, {
    method: 'POST',
    path: '/holder/v1/disputes',
    body,
    guard: record({ disputeId: text(), serverTime: moment }),
  });
}
