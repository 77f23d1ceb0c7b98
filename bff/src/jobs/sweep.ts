import { limits } from '../../../shared/limits.ts';
import type { Ports } from '../ports/ports.ts';
import { expire } from '../session/expire.ts';
import { sessionsOf } from '../session/row.ts';

/** What goes by itself: the rows of which table, by what they are told apart, and until when they stay. */
const passing = [
  { table: 'sessions', key: 'id', until: 'purge_at' },
  { table: 'idempotency', key: 'scope, key', until: 'expires_at' },
  { table: 'sms_codes', key: 'number, device', until: 'expires_at' },
  { table: 'sms_counts', key: 'subject', until: 'forget_at' },
  { table: 'replays', key: 'id', until: 'expires_at' },
  { table: 'quotas', key: 'ends_at, scope', until: 'ends_at' },
] as const;

type Passing = (typeof passing)[number];

/**
 * One round of keeping deadlines and of forgetting what is past its retention. Where nothing is due nothing is written; where much
 * is, it goes in portions, and others may write in between.
 */
export async function sweep(ports: Ports): Promise<void> {
  const now = ports.now();
  const due = await ports.db.read('select id, body from sessions where deadline <= :now limit :most', {
    now,
    most: limits.sweepAtOnce,
  });
  for (const session of await sessionsOf(ports, due)) await expire(ports, session);
  for (const each of passing) await forget(ports, each, now);
}

async function forget(ports: Ports, { table, key, until }: Passing, now: number): Promise<void> {
  const past = `from ${table} where ${until} <= :now limit :most`;
  const [first] = await ports.db.read(`select 1 as one ${past}`, { now, most: 1 });
  if (first === undefined) return;
  const most: number = limits.forgottenAtOnce;
  for (let gone = most; gone === most; ) {
    const sql = `delete from ${table} where (${key}) in (select ${key} ${past}) returning 1 as one`;
    const written = await ports.db.write([{ sql, params: { now, most } }], { reserve: true });
    gone = written.done ? (written.rows[0]?.length ?? 0) : 0;
  }
}
