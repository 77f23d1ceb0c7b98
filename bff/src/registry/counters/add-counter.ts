import { Compile } from 'typebox/compile';
import type { CounterRecord, NewCounter } from '../../../../shared/contract/operator/counters.ts';
import { QuotasChosen } from '../../../../shared/contract/operator/terms.ts';
import type { CounterId, RpId } from '../../../../shared/ids.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Actor } from '../../ports/audit.ts';
import type { Statement } from '../../ports/db.ts';
import { checkedKey } from '../keys/checked-key.ts';
import { insertKey, keepEnd, refuseTakenKey, statementFor } from '../keys/key-statements.ts';
import { readCounter } from '../view/counter-record.ts';
import { isRaised, leastOf } from '../view/quotas-of.ts';
import { readRp } from '../view/rp-record.ts';
import { type RegistryPorts, writeChange } from '../write-change.ts';

const chosen = Compile(QuotasChosen);

/**
 * Adds a counter with its first key, once the registrar has signed who it is, or its statement came along and counts. Of a relying
 * party under watch it gets no more than any other counter: many of them are no way around what two operators decide.
 * @throws Problem not-found (the relying party), revoked-already, scenes-invalid, key-invalid, key-taken, id-taken, statement-invalid,
 * and what the registrar refuses with; two-operators-needed where it would get more than those; version-stale where the relying party came under watch meanwhile
 */
export async function addCounter(
  ports: RegistryPorts,
  actor: Actor,
  counter: NewCounter,
  token: string | undefined,
): Promise<CounterRecord> {
  const { counterId, rpId, name, place, registration, origins = [] } = counter;
  const key = checkedKey(counter.key);
  const { record } = await readRp(ports.db, rpId);
  if (record.standing === 'revoked') throw new Problem('revoked-already');
  const open = record.scenes.map(({ scene }) => scene);
  const { scenes = open } = counter;
  if (!scenes.every((scene) => open.includes(scene))) throw new Problem('scenes-invalid');
  const [known] = await ports.db.read('select id from counters where id = :counterId', { counterId });
  if (known !== undefined) throw new Problem('id-taken');
  const least = record.underWatch ? leastOf(await quotasOfSiblings(ports, rpId)) : {};
  const quotas = { ...least, ...counter.quotas };
  if (record.underWatch && isRaised('counter', least, quotas)) throw new Problem('two-operators-needed');
  await refuseTakenKey(ports.db, key);
  const registered = await statementFor(
    ports,
    { rpId, rpName: record.name, counterId, counterName: name, place, scenes },
    key,
    registration === undefined ? { token } : { registration },
  );
  const now = ports.now();
  await writeChange(ports, actor, {
    change: { what: 'counter-added', rpId, counterId, about: key.kid },
    of: { table: 'relying_parties', id: rpId },
    statements: [
      {
        sql: `insert into counters (id, rp_id, quotas, registration_ends, registered_at, version)
          select cast(:counterId as text), id, cast(:quotas as text), 0, cast(:now as bigint), 1 from relying_parties
          where id = :rpId and revoked_at is null
            and case when watched_since is null then 0 else 1 end = :watched returning id`,
        params: { counterId, rpId, now, quotas: JSON.stringify(quotas), watched: record.underWatch ? 1 : 0 },
        rows: 1,
      },
      insertKey(counterId, key, registered, { now }),
      keepEnd(counterId, now),
      ...originStatements(counterId, origins),
    ],
  });
  return readCounter(ports.db, counterId, ports.now());
}

/** What all counters of a relying party were given, those that were revoked too. */
async function quotasOfSiblings({ db }: RegistryPorts, rpId: RpId): Promise<QuotasChosen[]> {
  const rows = await db.read('select quotas from counters where rp_id = :rpId', { rpId });
  return rows.map(({ quotas }) => chosen.Parse(JSON.parse(String(quotas))));
}

/** The statements that set where pages of a counter may call from. */
export function originStatements(counterId: CounterId, origins: readonly string[]): Statement[] {
  return [
    { sql: 'delete from counter_origins where counter_id = :counterId', params: { counterId } },
    ...origins.map((origin) => ({
      sql: 'insert into counter_origins (origin, counter_id) values (:origin, :counterId)',
      params: { origin, counterId },
    })),
  ];
}
