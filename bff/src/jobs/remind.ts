import { asId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { credentialIn } from '../credential/credential.ts';
import { dueReminder, nextReminder } from '../credential/next-reminder.ts';
import { tellDevices } from '../notice/tell-devices.ts';
import { wakeHolder } from '../notice/wake-holder.ts';
import type { Row } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { sendReminders } from '../reminder/send-reminders.ts';

/**
 * Reminds holders 30, 7 and 1 days before their credential ends, once each: the inbox of every phone, and a message of the platform where the
 * holder wants one. That a reminder was given is written with it; of several that were missed the last is given.
 */
export async function remind(ports: Ports): Promise<void> {
  const most: number = limits.sweepAtOnce;
  for (let found = most; found === most; ) {
    const now = ports.now();
    const rows = await ports.db.read(
      'select * from credentials where remind_at <= :now order by remind_at limit :most',
      { now, most },
    );
    found = rows.length;
    for (const row of rows) await remindOne(ports, row, now);
  }
  await sendReminders(ports);
}

async function remindOne(ports: Ports, row: Row, now: number): Promise<void> {
  const holderId = asId('hol', String(row.holder_id));
  const { handle, state, endsAt } = credentialIn(row, now);
  const told =
    state === 'void' || endsAt === undefined
      ? []
      : [
          tellDevices(ports, holderId, { kind: 'ends-soon', until: endsAt }),
          {
            sql: `insert into reminder_messages (holder_id, template, next_at, expires_at)
              select holder_id, cast(:template as integer), cast(:now as bigint), cast(:givenUp as bigint)
              from reminders where holder_id = :holderId
              on conflict (holder_id) do update set template = excluded.template, next_at = excluded.next_at,
                expires_at = excluded.expires_at`,
            params: {
              holderId,
              template: dueReminder(endsAt, now),
              now,
              givenUp: now + limits.reminderGivenUp,
            },
          },
        ];
  const written = await ports.db.write([
    {
      sql: `update credentials set remind_at = :next where handle = :handle and remind_at = :due returning handle`,
      params: { handle, due: Number(row.remind_at), next: nextReminder(endsAt, now) },
      rows: 1,
    },
    ...told,
  ]);
  if (written.done && told.length > 0) wakeHolder(ports, holderId);
}
