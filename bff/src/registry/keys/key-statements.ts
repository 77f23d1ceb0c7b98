import type { Registration } from '../../../../shared/contract/authority/registration.ts';
import type { CounterId, RpId } from '../../../../shared/ids.ts';
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
  { scenes, ...words }: Words,
  key: Pick<CheckedKey, 'thumbprint'>,
  signing: Signing,
): Promise<Registered> {
  const registrant = { ...words, scenes: [...scenes], counterKey: key.thumbprint };
  const registration =
    'registration' in signing ? signing.registration : await registrar.register(registrant, signing.token);
  return registrar.read(registration, registrant);
}

/** The statement that stores a key with what the registrar said about it. A point that was ever registered is a taken key of the table. */
export function insertKey(
  counterId: CounterId,
  key: CheckedKey,
  registered: Registered,
  { notBefore, notAfter }: { notBefore: number; notAfter?: number | undefined },
): Statement {
  const { kid, x, y, thumbprint } = key;
  return {
    sql: `insert into counter_keys (counter_id, kid, x, y, thumbprint, registrar, statement, rp_name, counter_name, place, scenes,
        registration_ends, not_before, not_after)
      values (:counterId, :kid, :x, :y, :thumbprint, :registrar, :statement, :rpName, :counterName, :place, :scenes,
        :ends, :notBefore, :notAfter)`,
    params: {
      ...{ counterId, kid, x, y, thumbprint, notBefore, notAfter: notAfter ?? null },
      ...registeredColumns(registered),
    },
  };
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
