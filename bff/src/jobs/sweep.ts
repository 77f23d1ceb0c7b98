import { limits } from '../../../shared/limits.ts';
import type { Ports } from '../ports/ports.ts';
import { expire } from '../session/expire.ts';
import { sessionsOf } from '../session/row.ts';

/** What goes by itself: which rows of which table. */
const passing = [
  'sessions where purge_at <= :now',
  'idempotency where expires_at <= :now',
  'sms_codes where expires_at <= :now',
  'sms_counts where forget_at <= :now',
  'replays where expires_at <= :now',
  'quotas where ends_at <= :now',
] as const;

/** One round of keeping deadlines and of forgetting what is past its retention. Where nothing is due nothing is written. */
export async function sweep(ports: Ports): Promise<void> {
  const now = ports.now();
  const due = await ports.db.read('select id, body from sessions where deadline <= :now limit :most', {
    now,
    most: limits.sweepAtOnce,
  });
  for (const session of await sessionsOf(ports, due)) await expire(ports, session);

  for (const rows of passing) {
    const [first] = await ports.db.read(`select 1 as one from ${rows} limit 1`, { now });
    if (first !== undefined) await ports.db.write([{ sql: `delete from ${rows}`, params: { now } }]);
  }
}
