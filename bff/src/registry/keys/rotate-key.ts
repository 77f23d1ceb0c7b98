import type { CounterKeys } from '../../../../shared/contract/operator/counter-keys.ts';
import * as limits from '../../../../shared/limits.ts';
import type { Actor } from '../../ports/audit.ts';
import { readCounter } from '../view/counter-record.ts';
import { changeRow, type RegistryPorts, refuseStale, writeChange } from '../write-change.ts';
import type { AddedKey } from './add-key.ts';
import { checkedKey } from './checked-key.ts';
import {
  insertKey,
  keepEnd,
  refuseManyKeys,
  refuseTakenKey,
  type Signing,
  statementFor,
} from './key-statements.ts';

/**
 * Adds a key that counts at once, and ends all others after the overlap: both get tokens until then, so that no request fails while a
 * counter changes over. Tokens end with their key.
 * @param overlap milliseconds; `limits.keyOverlap` where undefined
 * @throws Problem as `addKey`; keys that the rotation ends at once are not too many
 */
export async function rotateKey(
  ports: RegistryPorts,
  actor: Actor,
  { counterId, version, ...added }: Pick<AddedKey, 'counterId' | 'version' | 'key'>,
  overlap: number | undefined,
  signing: Signing,
): Promise<CounterKeys> {
  const key = checkedKey(added.key);
  const counter = await readCounter(ports.db, counterId, ports.now());
  await refuseTakenKey(ports.db, key);
  refuseStale(counter, version);
  if (overlap !== 0) refuseManyKeys(counter.keys);
  const registered = await statementFor(ports, { ...counter, counterName: counter.name }, key, signing);
  const now = ports.now();
  const of = { table: 'counters', id: counterId } as const;
  await writeChange(ports, actor, {
    change: { what: 'key-rotated', rpId: counter.rpId, counterId, about: key.kid },
    of,
    touches: [counterId],
    statements: [
      changeRow(of, version, 'id = id', {}),
      {
        sql: `update counter_keys set not_after = :end
          where counter_id = :counterId and revoked_at is null and (not_after is null or not_after > :end)`,
        params: { counterId, end: now + (overlap ?? limits.keyOverlap) },
      },
      insertKey(counterId, key, registered, { now }),
      keepEnd(counterId, now),
    ],
  });
  return readCounter(ports.db, counterId, ports.now());
}
