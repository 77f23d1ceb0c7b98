import { asId } from '../../../shared/ids.ts';
import { limits } from '../../../shared/limits.ts';
import { tellAuthority } from '../credential/tell-authority.ts';
import type { Ports } from '../ports/ports.ts';
import { expire } from '../session/expire.ts';
import { sessionOf } from '../session/row.ts';

const atOnce = 200;

/** One round of keeping deadlines, forgetting what is past its retention, and telling the authority of voids it has not heard of. */
export async function sweep(ports: Ports): Promise<void> {
  const now = ports.now();
  const due = await ports.db.read('select body from sessions where deadline <= :now limit :atOnce', {
    now,
    atOnce,
  });
  for (const row of due) await expire(ports, sessionOf(row));

  const [old] = await ports.db.read(
    `select (select count(*) from sessions where purge_at <= :now) + (select count(*) from idempotency where expires_at <= :now) as n`,
    { now },
  );
  if (Number(old?.n) > 0) {
    await ports.db.write([
      { sql: 'delete from sessions where purge_at <= :now', params: { now } },
      { sql: 'delete from idempotency where expires_at <= :now', params: { now } },
    ]);
  }

  const [stale] = await ports.db.read(
    `select (select count(*) from sms_codes where expires_at <= :now) + (select count(*) from sms_sent where sent_at <= :past) as n`,
    { now, past: now - limits.smsWindow },
  );
  if (Number(stale?.n) > 0) {
    await ports.db.write([
      { sql: 'delete from sms_codes where expires_at <= :now', params: { now } },
      { sql: 'delete from sms_sent where sent_at <= :past', params: { past: now - limits.smsWindow } },
    ]);
  }

  const [spent] = await ports.db.read(
    `select (select count(*) from replays where expires_at <= :now) + (select count(*) from quotas where ends_at <= :now) as n`,
    { now },
  );
  if (Number(spent?.n) > 0) {
    await ports.db.write([
      { sql: 'delete from replays where expires_at <= :now', params: { now } },
      { sql: 'delete from quotas where ends_at <= :now', params: { now } },
    ]);
  }

  const untold = await ports.db.read('select handle from untold_voids limit 20', {});
  for (const { handle } of untold) await tellAuthority(ports, asId('crd', String(handle)));
}
