import type { DelegationList } from '../../../shared/contract/family/on-phone.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { patiently } from '../holder/patiently.ts';
import { isDelegationList } from './answers.ts';

/** For whom the owner of this phone answers, as the authority has it now. @throws HolderProblem authority-unavailable, ... */
export async function listDelegations(holder: Holder): Promise<DelegationList> {
  return await patiently(holder.platform.clock, () =>
    callBff(holder, { method: 'GET', path: '/holder/v1/delegations', guard: isDelegationList }),
  );
}
