import * as limits from '../../../shared/limits.ts';
import type { Ports } from '../ports/ports.ts';
import { type Delivered, deliveryOf } from './read-delivery.ts';

type Store = Pick<Ports, 'db' | 'now'>;

/**
 * Takes what is due of a webhook, the longest due first, `most` at most: each by compare-and-set, so that two processes do not send it at
 * once. Of a session only the first that waits is due. What this process does not settle is due again after `limits.webhookTakenFor`.
 */
export async function takeDue({ db, now }: Store, webhookId: string, most: number): Promise<Delivered[]> {
  const rows = await db.read(
    `select * from webhook_deliveries due
      where webhook_id = :webhookId and state = 'waiting' and next_at <= :now and not exists (
        select 1 from webhook_deliveries earlier where earlier.webhook_id = :webhookId and earlier.state = 'waiting'
          and earlier.session_id = due.session_id and earlier.place < due.place)
      order by next_at, at limit :most`,
    { webhookId, now: now(), most },
  );
  const taken: Delivered[] = [];
  for (const delivery of rows.map(deliveryOf)) {
    const { eventId, tries } = delivery;
    const written = await db.write(
      [
        {
          sql: `update webhook_deliveries set tries = tries + 1, next_at = :until, taken = 1
            where webhook_id = :webhookId and event_id = :eventId and tries = :tries and state = 'waiting' and next_at <= :now
            returning event_id`,
          params: { webhookId, eventId, tries, now: now(), until: now() + limits.webhookTakenFor },
          rows: 1,
        },
      ],
      { reserve: true },
    );
    if (written.done) taken.push({ ...delivery, tries: tries + 1 });
  }
  return taken;
}

/** Writes when something of a webhook is due again, now that nothing is; not before its rest is over. */
export async function setDue({ db }: Store, webhookId: string, restsUntil: number): Promise<void> {
  const next = `(select min(next_at) from webhook_deliveries where webhook_id = :webhookId and state = 'waiting')`;
  await db.write(
    [
      {
        sql: `update webhooks set rests_until = case when rests_until < :rests then :rests else rests_until end where id = :webhookId`,
        params: { webhookId, rests: restsUntil },
      },
      {
        sql: `update webhooks set due_at = case when state <> 'active' then null when ${next} < rests_until then rests_until else ${next} end
          where id = :webhookId`,
        params: { webhookId },
      },
    ],
    { reserve: true },
  );
}

/** What a process had taken that has ended is due at once: to be called where no other can be alive. */
export async function freeTaken({ db, now }: Store): Promise<void> {
  await db.write([
    {
      sql: `update webhook_deliveries set next_at = :now, taken = 0 where taken = 1`,
      params: { now: now() },
    },
    {
      sql: `update webhooks set due_at = :now where state = 'active' and backlog > 0 and due_at > :now`,
      params: { now: now() },
    },
  ]);
}
