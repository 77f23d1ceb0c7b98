import type { WardAsk } from '../../../shared/family.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { readDelegation } from '../credential/delegation.ts';
import { tellDevices } from '../notice/tell-devices.ts';
import { wakeHolder } from '../notice/wake-holder.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { take } from '../quota/take.ts';

/**
 * Whether a guardian who is elsewhere is asked each time, at once; or hears of it, from a day later on, which every phone is told: whoever holds the phone
 * for a moment does not go unasked. Of a child under 14 the guardian is asked each time.
 * @throws Problem not-found, delegation-over, request-invalid, too-many-requests
 */
export async function setAsks(
  ports: Ports,
  { holderId }: HolderCaller,
  id: string,
  { asks }: { asks: WardAsk },
): Promise<object> {
  const own = await readDelegation(ports, holderId, id);
  if (own === undefined) throw new Problem('not-found');
  if (own.state === 'ended') throw new Problem('delegation-over');
  if (own.form === 'under-14' && asks !== 'each-time') throw new Problem('request-invalid');
  await take(ports, [{ quota: 'delegation-changes-by-holder', subject: holderId }]);
  const isNew = asks === 'tell' && own.asks !== 'tell' && own.tellsFrom === undefined;
  const until = ports.now() + limits.wardTellWait;
  await ports.db.write([
    {
      sql: `update delegations set asks = :asks, tell_from = case when :isNew = 1 then cast(:until as bigint) else tell_from end
        where id = :id and holder_id = :holderId`,
      params: { id, holderId, asks, isNew: isNew ? 1 : 0, until },
    },
    ...(isNew ? [tellDevices(ports, holderId, { kind: 'ward-tells', until })] : []),
    // A word that was given ahead was given under the other rule.
    { sql: 'delete from ward_codes where delegation_id = :id', params: { id } },
  ]);
  if (isNew) wakeHolder(ports, holderId);
  return {};
}
