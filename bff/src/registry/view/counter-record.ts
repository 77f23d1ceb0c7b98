import { Compile } from 'typebox/compile';
import type { CounterKeyRecord } from '../../../../shared/contract/operator/counter-keys.ts';
import type { CounterRecord } from '../../../../shared/contract/operator/counters.ts';
import { QuotasChosen, SceneNames } from '../../../../shared/contract/operator/terms.ts';
import { asId, type CounterId } from '../../../../shared/ids.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Db, Row } from '../../ports/db.ts';
import { quotasOf } from './quotas-of.ts';
import { standingOf } from './rp-record.ts';

const schemas = { quotas: Compile(QuotasChosen), scenes: Compile(SceneNames) };

/** What an operator is shown of counters, by two reads however many they are. */
export async function countersIn(
  db: Pick<Db, 'read'>,
  rows: readonly Row[],
  now: number,
): Promise<CounterRecord[]> {
  const params = Object.fromEntries(rows.map(({ id }, index) => [`id${index}`, String(id)]));
  const names = Object.keys(params).map((name) => `:${name}`);
  const read = (sql: string) => (names.length === 0 ? [] : db.read(sql, params));
  const keys = await read(
    `select * from counter_keys where counter_id in (${names}) order by not_before desc, kid desc`,
  );
  const origins = await read(
    `select origin, counter_id from counter_origins where counter_id in (${names}) order by origin`,
  );
  return rows.map((row) => {
    const ofIt = ({ counter_id }: Row) => counter_id === row.id;
    return counterIn(row, keys.filter(ofIt), origins.filter(ofIt), now);
  });
}

/** @throws Problem not-found */
export async function readCounter(
  db: Pick<Db, 'read'>,
  counterId: CounterId,
  now: number,
): Promise<CounterRecord> {
  const rows = await db.read('select * from counters where id = :counterId', { counterId });
  const [record] = await countersIn(db, rows, now);
  if (record === undefined) throw new Problem('not-found');
  return record;
}

/** Its words are those of the statement that ends last. */
function counterIn(row: Row, keys: readonly Row[], origins: readonly Row[], now: number): CounterRecord {
  const [newest] = [...keys].sort((a, b) => Number(b.registration_ends) - Number(a.registration_ends));
  if (newest === undefined) throw new Error(`the counter ${row.id} has no key`);
  const quotasChosen = schemas.quotas.Parse(JSON.parse(String(row.quotas)));
  return {
    counterId: asId('cnt', String(row.id)),
    rpId: asId('rp', String(row.rp_id)),
    rpName: String(newest.rp_name),
    name: String(newest.counter_name),
    place: String(newest.place),
    scenes: schemas.scenes.Parse(JSON.parse(String(newest.scenes))),
    ...standingOf(row),
    keys: keys.map((key) => keyIn(key, now)),
    origins: origins.map(({ origin }) => String(origin)),
    quotas: quotasOf('counter', quotasChosen),
    quotasChosen,
    registrationEnds: Number(row.registration_ends),
    registeredAt: Number(row.registered_at),
    version: Number(row.version),
  };
}

function keyIn(key: Row, now: number): CounterKeyRecord {
  const { not_before, not_after, revoked_at } = key;
  const { reason } = standingOf(key);
  const state = () => {
    if (revoked_at !== null) return 'revoked';
    if (Number(not_before) > now) return 'not-yet';
    return not_after !== null && Number(not_after) <= now ? 'over' : 'good';
  };
  return {
    kid: String(key.kid),
    thumbprint: String(key.thumbprint),
    state: state(),
    notBefore: Number(not_before),
    ...(not_after === null ? {} : { notAfter: Number(not_after) }),
    ...(reason === undefined ? {} : { reason }),
    registrationEnds: Number(key.registration_ends),
  };
}
