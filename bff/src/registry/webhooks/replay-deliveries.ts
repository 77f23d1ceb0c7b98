import type { DeliveryView } from '../../../../shared/contract/operator/webhook-view.ts';
import * as limits from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { OperatorCaller } from '../../ports/callers.ts';
import type { Ports } from '../../ports/ports.ts';
import { deliveryOf } from '../../webhook/read-delivery.ts';
import { tryAllNow } from './change-webhook.ts';
import { deliveryView, webhookInUse } from './webhook-view.ts';
import { writeWebhook } from './write-webhook.ts';

/** As if it had never been tried; what it tells is kept still. */
const anew = `state = 'waiting', tries = 0, next_at = :now, settled_at = null, fault = null, status = null`;
const kept = `(session_id is not null or type = 'webhook.test') and expires_at > :now`;

/**
 * Sends one delivery again that was delivered or given up: the same event, with a signature of the new moment.
 * @throws Problem not-found, webhook-over; step-out-of-order while it waits; event-forgotten; too-many-requests where as many wait as may
 */
export async function replayDelivery(
  ports: Ports,
  caller: OperatorCaller,
  id: string,
  eventId: string,
): Promise<DeliveryView> {
  const hook = await webhookInUse(ports, id);
  if (hook.backlog >= limits.webhookBacklog) throw new Problem('too-many-requests');
  const [row] = await ports.db.read(
    'select * from webhook_deliveries where webhook_id = :id and event_id = :eventId',
    { id, eventId },
  );
  if (row === undefined) throw new Problem('not-found');
  const now = ports.now();
  const change = { what: 'replayed', rpId: hook.rpId, webhookId: hook.id } as const;
  const written = await writeWebhook(ports, caller, change, [
    {
      sql: `update webhook_deliveries set ${anew}
        where webhook_id = :id and event_id = :eventId and state <> 'waiting' and ${kept} returning *`,
      params: { id, eventId, now },
      rows: 1,
    },
    ...tryAllNow(id, now),
  ]);
  const replayed = written.done ? written.rows[0]?.[0] : undefined;
  if (replayed === undefined)
    throw new Problem(row.state === 'waiting' ? 'step-out-of-order' : 'event-forgotten');
  return deliveryView(deliveryOf(replayed));
}

/**
 * Sends again what was given up since a moment, the oldest first, `limits.webhookReplayAtOnce` in one call; within a session in order.
 * @throws Problem not-found, webhook-over
 */
export async function replayDead(
  ports: Ports,
  caller: OperatorCaller,
  id: string,
  since: number,
): Promise<{ replayed: number; more: boolean }> {
  const hook = await webhookInUse(ports, id);
  const now = ports.now();
  const most = Math.max(0, Math.min(limits.webhookReplayAtOnce, limits.webhookBacklog - hook.backlog));
  const dead = `select event_id from webhook_deliveries where webhook_id = :id and state = 'dead' and at >= :since and ${kept}`;
  const change = { what: 'replayed', rpId: hook.rpId, webhookId: hook.id } as const;
  const written = await writeWebhook(ports, caller, change, [
    {
      sql: `${dead} order by at, event_id limit :least`,
      params: { id, since, now, least: Math.min(1, most) },
      rows: 1,
    },
    {
      sql: `update webhook_deliveries set ${anew} where webhook_id = :id and event_id in (${dead} order by at, event_id limit :most)
        returning event_id`,
      params: { id, since, now, most },
    },
    { sql: `${dead} limit 1`, params: { id, since, now } },
    ...tryAllNow(id, now),
  ]);
  if (!written.done) {
    const left = await ports.db.read(`${dead} limit 1`, { id, since, now });
    return { replayed: 0, more: left.length > 0 };
  }
  const [, replayed = [], left = []] = written.rows;
  return { replayed: replayed.length, more: left.length > 0 };
}
