import type { DelegationView } from '../../../shared/contract/family/terms.ts';
import type { WardAsk, WardForm } from '../../../shared/family.ts';
import { stateGuardianWord } from '../../../shared/guardian/state-guardian-word.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { patiently } from '../holder/patiently.ts';
import { judgingTime } from '../holder/server-time.ts';
import { isDelegation, isDone } from './answers.ts';

const at = (delegationId: string, what: string) => `/holder/v1/delegations/${delegationId}/${what}`;

/** Another year, in that form, by the word of this device. @throws HolderProblem delegation-over, delegation-rests, renewal-early, ... */
export async function renewDelegation(
  holder: Holder,
  delegationId: string,
  form: WardForm,
): Promise<DelegationView> {
  return await patiently(holder.platform.clock, () => {
    const agreed = { delegation: delegationId, act: 'renew', form, now: judgingTime(holder) } as const;
    const body = { word: stateGuardianWord(holder.device, agreed) };
    return callBff(holder, { method: 'POST', path: at(delegationId, 'renew'), body, guard: isDelegation });
  });
}

/** The owner answers for the ward no more, at once. Twice is once. @throws HolderProblem */
export async function endDelegation(holder: Holder, delegationId: string): Promise<void> {
  await patiently(holder.platform.clock, () =>
    callBff(holder, { method: 'POST', path: at(delegationId, 'end'), guard: isDone }),
  );
}

/** Whether the owner is asked each time, or hears of it. @throws HolderProblem delegation-over, ... */
export async function setAsks(holder: Holder, delegationId: string, asks: WardAsk): Promise<void> {
  await patiently(holder.platform.clock, () =>
    callBff(holder, { method: 'POST', path: at(delegationId, 'asks'), body: { asks }, guard: isDone }),
  );
}
