import type { DelegationView } from '../../../shared/contract/family/terms.ts';
import { Problem } from '../../../shared/problem.ts';
import { readDelegation } from '../credential/delegation.ts';
import { delegationTimes } from '../credential/delegation-due.ts';
import { tellDevices } from '../notice/tell-devices.ts';
import { wakeHolder } from '../notice/wake-holder.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { take } from '../quota/take.ts';

/**
 * Another year by the word of the guardian's own device, which the authority reads; told to every phone.
 * @throws Problem not-found, delegation-over, delegation-rests, renewal-early, guardian-word-refused, too-many-requests, authority-unavailable
 */
export async function renewDelegation(
  ports: Ports,
  { holderId }: HolderCaller,
  id: string,
  { word }: { word: string },
): Promise<DelegationView> {
  const own = await readDelegation(ports, holderId, id);
  if (own === undefined) throw new Problem('not-found');
  await take(ports, [{ quota: 'delegation-changes-by-holder', subject: holderId }]);
  const standing = await ports.delegations.renew(own.delegationId, word);
  const { form, endsAt } = standing;
  const written = await ports.db.write([
    {
      // What somebody has ended here meanwhile, which moves its end, stays so: the authority hears of it. What time has ended goes on.
      sql: `update delegations set form = :form, ends_at = :endsAt, state = 'active', due_at = :dueAt, purge_at = :purgeAt
        where id = :id and holder_id = :holderId and (state = 'active' or ends_at = :was) returning id`,
      params: { id, holderId, form, was: own.endsAt, ...delegationTimes(endsAt, ports.now()) },
      rows: 1,
    },
    tellDevices(ports, holderId, { kind: 'delegation-renewed', until: endsAt }),
  ]);
  if (!written.done) throw new Problem('delegation-over');
  void ports.audit({ event: 'delegation-renewed', by: 'holder' });
  wakeHolder(ports, holderId);
  const { asks, tellsFrom } = own;
  return { ...standing, asks, ...(tellsFrom !== undefined && { tellsFrom }) };
}
