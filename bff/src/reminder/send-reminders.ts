import { loginPlatforms } from '../../../shared/contract/login/01-login.ts';
import { asId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Row } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { openSubject } from './seal-subject.ts';

/**
 * Sends what is to go by the platforms. Each is taken before it is sent, and tried again only where the platform said that it failed: it
 * goes once. After the last one nothing is kept of the person.
 */
export async function sendReminders(ports: Ports): Promise<void> {
  const now = ports.now();
  const due = await ports.db.read(
    `select m.*, r.platform, r.subject from reminder_messages m join reminders r on r.holder_id = m.holder_id
      where m.next_at <= :now order by m.next_at limit :most`,
    { now, most: limits.sweepAtOnce },
  );
  for (const row of due) await sendOne(ports, row);
}

async function sendOne(ports: Ports, row: Row): Promise<void> {
  const holderId = asId('hol', String(row.holder_id));
  const taken = await ports.db.write([
    {
      sql: `delete from reminder_messages where holder_id = :holderId and template = :template and next_at = :nextAt
        returning holder_id`,
      params: { holderId, template: Number(row.template), nextAt: Number(row.next_at) },
      rows: 1,
    },
  ]);
  if (!taken.done) return;
  const outcome = await send(ports, row);
  if (outcome === 'unavailable') await again(ports, row);
  const isLast = Number(row.template) === limits.remindBefore.length - 1;
  if (outcome !== 'unavailable' && isLast)
    await ports.db.write([
      { sql: 'delete from reminders where holder_id = :holderId', params: { holderId } },
    ]);
}

async function send(ports: Ports, row: Row): Promise<'sent' | 'refused' | 'unavailable'> {
  const platform = loginPlatforms.find((known) => known === row.platform);
  const channel = platform && ports.reminders[platform];
  const template = channel?.templates[Number(row.template)];
  const holderId = asId('hol', String(row.holder_id));
  const subject = openSubject(ports.settings.holderPepper, holderId, String(row.subject));
  if (channel === undefined || template === undefined || subject === undefined) return 'refused';
  try {
    return await channel.send(subject, template);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    ports.warn('reminder-not-sent', { why: problem.code });
    return 'unavailable';
  }
}

async function again(ports: Ports, row: Row): Promise<void> {
  const nextAt = ports.now() + limits.reminderRetry;
  const expiresAt = Number(row.expires_at);
  if (nextAt > expiresAt) return;
  await ports.db.write([
    {
      sql: `insert into reminder_messages (holder_id, template, next_at, expires_at)
        select holder_id, cast(:template as integer), cast(:nextAt as bigint), cast(:expiresAt as bigint)
        from reminders where holder_id = :holderId on conflict (holder_id) do nothing`,
      params: { holderId: String(row.holder_id), template: Number(row.template), nextAt, expiresAt },
    },
  ]);
}
