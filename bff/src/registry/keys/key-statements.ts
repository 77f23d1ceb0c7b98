import type { Registration } from '../../../../shared/contract/authority/registration.ts';
import type { CounterKeyRecord } from '../../../../shared/contract/operator/counter-keys.ts';
import type { CounterId, RpId } from '../../../../shared/ids.ts';
import * as limits from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Scene } from '../../../../shared/scenes.ts';
import type { Db, Statement } from '../../ports/db.ts';
import type { Registered } from '../../ports/registry.ts';
import type { RegistryPorts } from '../write-change.ts';
import type { CheckedKey } from './checked-key.ts';

/** What is to be said about a counter, for one of its keys. */
export interface Words {
  rpId: RpId;
  rpName: string;
  counterId: CounterId;
  counterName: string;
  place: string;
  scenes: readonly Scene[];
}

/** Where a statement comes from: it was signed already, or the registrar signs now, for that token. */
export type Signing = { registration: Registration } | { token: string | undefined };

/** The statement about a counter with that key, checked under the root. @throws Problem statement-invalid, and what the registrar refuses with */
export async function statementFor(
  { registrar }: RegistryPorts,
  { rpId, rpName, counterId, counterName, place, scenes }: Words,
  key: Pick<CheckedKey, 'thumbprint'>,
  signing: Signing,
): Promise<Registered> {
  const names = { rpId, rpName, counterId, counterName, place };
  const registrant = { ...names, scenes: [...scenes], counterKey: key.thumbprint };
  const registration =
    'registration' in signing ? signing.registration : await registrar.register(registrant, signing.token);
  return registrar.read(registration, registrant);
}

/**
 * The statement that stores a key with what the registrar said about it. A point that was ever registered is a taken key of the table;
 * where the counter has `limits.keysPerCounter` that are not over, the write is lost.
 */
export function insertKey(
  counterId: CounterId,
  key: CheckedKey,
  registered: Registered,
  { now, notBefore = now, notAfter }: { now: number; notBefore?: number; notAfter?: number | undefined },
): Statement {
  const { kid, x, y, thumbprint } = key;
  return {
    sql: `insert into counter_keys (counter_id, kid, x, y, thumbprint, registrar, statement, rp_name, counter_name, place, scenes,
        registration_ends, not_before, not_after)
      select cast(:counterId as text), cast(:kid as text), cast(:x as text), cast(:y as text), cast(:thumbprint as text),
        cast(:registrar as text), cast(:statement as text), cast(:rpName as text), cast(:counterName as text), cast(:place as text),
        cast(:scenes as text), cast(:ends as bigint), cast(:notBefore as bigint), cast(:notAfter as bigint)
      where (select count(*) from counter_keys where counter_id = :counterId and revoked_at is null
        and (not_after is null or not_after > :now)) < :most returning kid`,
    params: {
      ...{ counterId, kid, x, y, thumbprint, now, notBefore, notAfter: notAfter ?? null },
      ...{ ...registeredColumns(registered), most: limits.keysPerCounter },
    },
    rows: 1,
  };
}

/** Refused before the registrar is asked; whoever adds one meanwhile makes the version stale. @throws Problem keys-too-many */
export function refuseManyKeys(keys: readonly Pick<CounterKeyRecord, 'state'>[]): void {
  const lasting = keys.filter(({ state }) => state === 'good' || state === 'not-yet');
  if (lasting.length >= limits.keysPerCounter) throw new Problem('keys-too-many');
}

export function registeredColumns({ signed, expiresAt, scenes, ...names }: Registered) {
  return { ...signed, ...names, scenes: JSON.stringify(scenes), ends: expiresAt };
}

/** The statement that keeps when the counter's registration ends: the latest of the keys that still count. */
export function keepEnd(counterId: CounterId, now: number): Statement {
  return {
    sql: `update counters set registration_ends = coalesce((select max(registration_ends) from counter_keys
        where counter_id = :counterId and revoked_at is null and (not_after is null or not_after > :now)), 0)
      where id = :counterId`,
    params: { counterId, now },
  };
}

/** @throws Problem key-taken for a point that was ever registered, of whichever counter and under whichever kid */
export async function refuseTakenKey(db: Pick<Db, 'read'>, { x }: CheckedKey): Promise<void> {
  const [row] = await db.read('select kid from counter_keys where x = :x', { x });
  if (row !== undefined) throw new Problem('key-taken');
}
