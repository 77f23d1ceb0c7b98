import type { CounterKeys } from '../../../../shared/contract/operator/counter-keys.ts';
import type { PublicKey } from '../../../../shared/contract/operator/terms.ts';
import type { CounterId } from '../../../../shared/ids.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Actor } from '../../ports/audit.ts';
import { readCounter } from '../view/counter-record.ts';
import { changeRow, type RegistryPorts, refuseStale, writeChange } from '../write-change.ts';
import { checkedKey } from './checked-key.ts';
import {
  insertKey,
  keepEnd,
  refuseManyKeys,
  refuseTakenKey,
  type Signing,
  statementFor,
} from './key-statements.ts';

export interface AddedKey {
  counterId: CounterId;
  version: number;
  key: PublicKey;
  notBefore?: number;
  notAfter?: number;
}

/**
 * Adds a key to a counter, beside those that it has.
 * @throws Problem not-found, version-stale, revoked-already, key-invalid, key-taken, keys-too-many, id-taken (the kid), request-invalid
 * where it would end before it begins, statement-invalid, and what the registrar refuses with
 */
export async function addKey(
  ports: RegistryPorts,
  actor: Actor,
  added: AddedKey,
  signing: Signing,
): Promise<CounterKeys> {
  const { counterId, version } = added;
  const now = ports.now();
  const { notBefore = now, notAfter } = added;
  if (notAfter !== undefined && notAfter <= Math.max(notBefore, now)) throw new Problem('request-invalid');
  const key = checkedKey(added.key);
  const counter = await readCounter(ports.db, counterId, now);
  await refuseTakenKey(ports.db, key);
  refuseStale(counter, version);
  refuseManyKeys(counter.keys);
  const registered = await statementFor(ports, { ...counter, counterName: counter.name }, key, signing);
  const of = { table: 'counters', id: counterId } as const;
  await writeChange(ports, actor, {
    change: { what: 'key-added', rpId: counter.rpId, counterId, about: key.kid },
    of,
    statements: [
      changeRow(of, version, 'id = id', {}),
      insertKey(counterId, key, registered, { now, notBefore, notAfter }),
      keepEnd(counterId, now),
    ],
  });
  return readCounter(ports.db, counterId, ports.now());
}
