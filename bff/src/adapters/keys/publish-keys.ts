import * as limits from '../../../../shared/limits.ts';
import type { Db, Statement } from '../../ports/db.ts';
import { keyThatSigns } from './key-that-signs.ts';
import type { ResultKey } from './result-signer.ts';

type Published = Pick<ResultKey, 'kid' | 'x' | 'y'> & { publishedAt: number };

interface PublishOptions {
  /** The keys of the configuration. `urgent`: it takes the place of a key that leaked, so that for a day the rules of time are set aside. */
  keys: readonly (ResultKey & { urgent?: boolean })[];
  db: Db;
  now(): number;
}

/**
 * To be called before the keys are served: remembers since when each is published without a break, and refuses a rotation at which
 * an RP would meet a key that it does not know. The keys of the very first start are known from the beginning.
 * @throws Error, in words for the operator, where a key would sign before it was published for `limits.resultKeyLead`, where a key is
 * gone while results that it signed can still be read, where a kid now names another key, where none signs yet, and where another
 * than an urgent one would sign. What is refused leaves no trace: the keys of the last start are good for the next one.
 */
export async function publishKeys({ keys, db, now: clock }: PublishOptions): Promise<void> {
  const now = clock();
  const known = await readPublished(db);
  for (const { kid, x, y } of keys) {
    const before = known.get(kid);
    if (before !== undefined && (before.x !== x || before.y !== y))
      throw new Error(`the result key ${kid} was another key before; give the new one a kid of its own`);
  }
  const gone = [...known.keys()].filter((kid) => !keys.some((key) => key.kid === kid));
  const firstSeen = known.size === 0 ? 0 : now;
  const sinceOf = ({ kid }: ResultKey) => known.get(kid)?.publishedAt ?? firstSeen;
  const urgent = keys.filter((key) => key.urgent && now < sinceOf(key) + limits.resultKeyLead);
  if (urgent.length === 0) for (const kid of gone) await refuseIfMissed(db, kid);
  for (const key of keys) if (!urgent.includes(key)) refuseIfEarly(key, sinceOf(key), now);
  refuseIfLeaked(keyThatSigns(keys, now), urgent);
  await db.write([...keys.map((key) => remember(key, firstSeen)), ...gone.map(forget)]);
}

function refuseIfEarly({ kid, signsFrom = 0 }: ResultKey, publishedAt: number, now: number): void {
  const earliest = publishedAt === 0 ? 0 : publishedAt + limits.resultKeyLead;
  if (Math.max(signsFrom, now) >= earliest) return;
  const moment = new Date(Math.ceil(earliest / 60_000) * 60_000).toISOString().replace('.000Z', 'Z');
  throw new Error(
    `the result key ${kid} would sign before relying parties can know it; give it "signsFrom": "${moment}" or later`,
  );
}

/** Whoever is told that a key is urgent believes that the others sign no more. */
function refuseIfLeaked(signer: ResultKey, urgent: readonly ResultKey[]): void {
  const [successor] = urgent;
  if (successor === undefined || urgent.includes(signer)) return;
  throw new Error(
    `the result key ${signer.kid} would sign, though ${successor.kid} is urgent; take ${signer.kid} out, and the "signsFrom" of ${successor.kid}`,
  );
}

async function refuseIfMissed(db: Db, kid: string): Promise<void> {
  const sql = 'select purge_at from sessions where result_kid = :kid order by purge_at desc limit 1';
  const [last] = await db.read(sql, { kid });
  if (last === undefined) return;
  const moment = new Date(Number(last.purge_at)).toISOString();
  throw new Error(
    `the result key ${kid} is gone, but results that it signed can be read until ${moment}; leave it among the resultKeys until then`,
  );
}

async function readPublished(db: Db): Promise<Map<string, Published>> {
  const rows = await db.read('select kid, x, y, published_at from result_keys', {});
  return new Map(
    rows.map(({ kid, x, y, published_at }) => [
      String(kid),
      { kid: String(kid), x: String(x), y: String(y), publishedAt: Number(published_at) },
    ]),
  );
}

function remember({ kid, x, y }: ResultKey, at: number): Statement {
  return {
    sql: 'insert into result_keys (kid, x, y, published_at) values (:kid, :x, :y, :at) on conflict (kid) do nothing',
    params: { kid, x, y, at },
  };
}

/** One that comes back later is published anew. */
function forget(kid: string): Statement {
  return { sql: 'delete from result_keys where kid = :kid', params: { kid } };
}
