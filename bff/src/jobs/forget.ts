import { setTimeout as pause } from 'node:timers/promises';
import * as limits from '../../../shared/limits.ts';
import type { Ports } from '../ports/ports.ts';
import { forgetDays } from '../receipt/forget-receipts.ts';
import { forgetDevice } from '../session/forget-device.ts';
import { sessionsOf } from '../session/row.ts';
import { forgetDeliveries } from '../webhook/forget-deliveries.ts';

/** What goes by itself: the rows of which table, by what they are told apart, and until when they stay. */
const passing = [
  { table: 'sessions', key: 'id', until: 'purge_at' },
  { table: 'idempotency', key: 'call', until: 'expires_at' },
  { table: 'appointments', key: 'point, code', until: 'expires_at' },
  { table: 'assist_sums', key: 'rp_id, month', until: 'purge_at' },
  { table: 'arrivals', key: 'ticket', until: 'expires_at' },
  { table: 'device_codes', key: 'device_code', until: 'purge_at' },
  { table: 'meetings', key: 'id', until: 'purge_at' },
  { table: 'meeting_declines', key: 'id', until: 'ends_at' },
  { table: 'delegations', key: 'id', until: 'purge_at' },
  { table: 'ward_codes', key: 'hash', until: 'expires_at' },
  { table: 'operator_invites', key: 'hash', until: 'expires_at' },
  { table: 'passkey_challenges', key: 'ceremony', until: 'expires_at' },
  { table: 'pairings', key: 'hash', until: 'expires_at' },
  { table: 'operator_tokens', key: 'hash', until: 'expires_at' },
  { table: 'sms_codes', key: 'number, device', until: 'expires_at' },
  { table: 'replays', key: 'id', until: 'expires_at' },
  { table: 'buckets', key: 'subject', until: 'full_at' },
  { table: 'takeovers', key: 'device', until: 'ends_at' },
  { table: 'notices', key: 'device, seq', until: 'expires_at' },
  { table: 'disputes', key: 'id', until: 'expires_at' },
  { table: 'consents', key: 'id', until: 'expires_at' },
  { table: 'erasures', key: 'id', until: 'expires_at' },
  { table: 'soter_challenges', key: 'device', until: 'expires_at' },
  { table: 'webhook_secrets', key: 'id', until: 'ends_at' },
  { table: 'webhooks', key: 'id', until: 'expires_at' },
] as const;

/** Forgets one portion; answers how many rows that were. */
type Forget = (ports: Ports, now: number) => Promise<number>;

const most: number = limits.forgottenAtOnce;
const byDay = (['receipts', 'spent_reports', 'report_sums'] as const).map(forgetDays);
const all: readonly Forget[] = [
  forgetDevices,
  forgetVoid,
  forgetDeliveries,
  ...byDay,
  ...passing.map(forgetRows),
];

/**
 * Forgets what is past its retention. Where nothing is due nothing is written; where much is, it goes in portions of each kind in turn with
 * a pause after each, so that a flood in one table neither delays what is due in another nor holds up a request.
 */
export async function forget(ports: Ports): Promise<void> {
  const now = ports.now();
  for (let left = all; left.length > 0; ) {
    const unfinished: Forget[] = [];
    for (const each of left) {
      const gone = await each(ports, now);
      if (gone === 0) continue;
      if (gone === most) unfinished.push(each);
      await pause(limits.forgetPause);
    }
    left = unfinished;
  }
}

async function forgetDevices(ports: Ports, now: number): Promise<number> {
  const rows = await ports.db.read(
    `select id, body from sessions
      where device is not null and state in ('passed', 'failed', 'in-review', 'declined', 'cancelled', 'expired', 'aborted', 'superseded')
        and deadline <= :now order by deadline limit :most`,
    { now, most },
  );
  await forgetDevice(ports, await sessionsOf(ports, rows));
  return rows.length;
}

/** What is void says for a while why it is. */
async function forgetVoid(ports: Ports, now: number): Promise<number> {
  const past = `from credentials where state = 'void' and since <= :before limit :most`;
  const params = { before: now - limits.voidKept, most };
  const [first] = await ports.db.read(`select 1 as one ${past}`, { ...params, most: 1 });
  if (first === undefined) return 0;
  const sql = `delete from credentials where holder_id in (select holder_id ${past}) returning 1 as one`;
  const written = await ports.db.write([{ sql, params }], { reserve: true });
  return written.done ? (written.rows[0]?.length ?? 0) : 0;
}

function forgetRows({ table, key, until }: (typeof passing)[number]): Forget {
  const past = `from ${table} where ${until} <= :now limit :most`;
  return async (ports, now) => {
    const [first] = await ports.db.read(`select 1 as one ${past}`, { now, most: 1 });
    if (first === undefined) return 0;
    const sql = `delete from ${table} where (${key}) in (select ${key} ${past}) returning 1 as one`;
    const written = await ports.db.write([{ sql, params: { now, most } }], { reserve: true });
    return written.done ? (written.rows[0]?.length ?? 0) : 0;
  };
}
