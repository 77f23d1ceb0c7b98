import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { endWardConsents } from '../consent/end-ward-consents.ts';
import { readDelegation } from '../credential/delegation.ts';
import { tellDevices } from '../notice/tell-devices.ts';
import { wakeHolder } from '../notice/wake-holder.ts';
import { deliverDue } from '../outbox/deliver-due.ts';
import { queueMessage } from '../outbox/queue-message.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * The guardian answers for the ward no more: at once, by possession, for checks in flight too; the authority is told in the same write. Twice is once.
 * @throws Problem not-found
 */
export async function endDelegation(ports: Ports, { holderId }: HolderCaller, id: string): Promise<object> {
  const own = await readDelegation(ports, holderId, id);
  if (own === undefined) throw new Problem('not-found');
  const { delegationId } = own;
  const endsAt = Math.min(ports.now(), own.endsAt);
  const written = await ports.db.write(
    [
      {
        sql: `update delegations set state = 'ended', due_at = null, ends_at = :endsAt, purge_at = :purgeAt
          where id = :id and holder_id = :holderId and state = 'active' returning id`,
        params: { id, holderId, endsAt, purgeAt: endsAt + limits.delegationShown },
        rows: 1,
      },
      { sql: 'delete from ward_codes where delegation_id = :id', params: { id } },
      endWardConsents(holderId, 'withdrawn', ports.now()),
      queueMessage(ports, { kind: 'end-delegation', delegationId }),
      tellDevices(ports, holderId, { kind: 'delegation-ended' }),
    ],
    { reserve: true },
  );
  if (!written.done) return {};
  void ports.audit({ event: 'delegation-ended', by: 'holder' });
  wakeHolder(ports, holderId);
  // What fails here is due again later, and told of then.
  void deliverDue(ports, delegationId).catch(() => undefined);
  return {};
}
