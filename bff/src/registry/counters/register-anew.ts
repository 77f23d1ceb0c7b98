import type { Registration } from '../../../../shared/contract/authority/registration.ts';
import type { CounterRecord } from '../../../../shared/contract/operator/counters.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Scene } from '../../../../shared/scenes.ts';
import type { Actor } from '../../ports/audit.ts';
import type { Statement } from '../../ports/db.ts';
import type { Registered } from '../../ports/registry.ts';
import { keepEnd, registeredColumns, statementFor } from '../keys/key-statements.ts';
import { readCounter } from '../view/counter-record.ts';
import { readRp } from '../view/rp-record.ts';
import { changeRow, type RegistryPorts, refuseStale, writeChange } from '../write-change.ts';

export interface Anew {
  name?: string;
  place?: string;
  scenes?: readonly Scene[];
}

/**
 * Has the registrar sign anew who the counter is, under the present name of its relying party, for each of its keys that still counts:
 * before the statements run out, or in other words.
 * @throws Problem not-found, version-stale, revoked-already, scenes-invalid, and what the registrar refuses with
 */
export async function registerAnew(
  ports: RegistryPorts,
  actor: Actor,
  at: Pick<CounterRecord, 'counterId' | 'version'>,
  anew: Anew,
  token: string | undefined,
): Promise<CounterRecord> {
  const { counterId, version } = at;
  const counter = await readCounter(ports.db, counterId, ports.now());
  refuseStale(counter, version);
  const { record } = await readRp(ports.db, counter.rpId);
  if (record.standing === 'revoked') throw new Problem('revoked-already');
  const { name = counter.name, place = counter.place, scenes = counter.scenes } = anew;
  if (!scenes.every((scene) => record.scenes.some((each) => each.scene === scene)))
    throw new Problem('scenes-invalid');
  const words = { rpId: counter.rpId, rpName: record.name, counterId, counterName: name, place, scenes };
  const keys = counter.keys.filter(({ state }) => state === 'good' || state === 'not-yet');
  const signed: Statement[] = [];
  for (const key of keys)
    signed.push(signAnew(at, key.kid, await statementFor(ports, words, key, { token })));
  const of = { table: 'counters', id: counterId } as const;
  await writeChange(ports, actor, {
    change: { what: 'counter-registered-anew', rpId: counter.rpId, counterId },
    of,
    statements: [changeRow(of, version, 'id = id', {}), ...signed, keepEnd(counterId, ports.now())],
  });
  return readCounter(ports.db, counterId, ports.now());
}

/**
 * The same for one key whose new statement came along, as an import brings it. Answers whether it says anything new.
 * @throws Problem statement-invalid, version-stale
 */
export async function takeStatement(
  ports: RegistryPorts,
  actor: Actor,
  counter: CounterRecord,
  key: CounterRecord['keys'][number],
  registration: Registration,
): Promise<boolean> {
  const { counterId, rpId, version } = counter;
  const registered = ports.registrar.read(registration, { rpId, counterId, counterKey: key.thumbprint });
  if (registered.expiresAt <= key.registrationEnds) return false;
  const of = { table: 'counters', id: counterId } as const;
  await writeChange(ports, actor, {
    change: { what: 'counter-registered-anew', rpId, counterId },
    of,
    statements: [
      changeRow(of, version, 'id = id', {}),
      signAnew(counter, key.kid, registered),
      keepEnd(counterId, ports.now()),
    ],
  });
  return true;
}

function signAnew(
  { counterId }: Pick<CounterRecord, 'counterId'>,
  kid: string,
  registered: Registered,
): Statement {
  return {
    sql: `update counter_keys set registrar = :registrar, statement = :statement, rp_name = :rpName, counter_name = :counterName,
        place = :place, scenes = :scenes, registration_ends = :ends
      where counter_id = :counterId and kid = :kid and revoked_at is null`,
    params: { counterId, kid, ...registeredColumns(registered) },
  };
}
