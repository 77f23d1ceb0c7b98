import type { DeliveryView } from '../../../../shared/contract/operator/webhook-view.ts';
import { newId } from '../../../../shared/ids.ts';
import * as limits from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { OperatorCaller } from '../../ports/callers.ts';
import type { Ports } from '../../ports/ports.ts';
import { take } from '../../quota/take.ts';
import { deliveryOf } from '../../webhook/read-delivery.ts';
import { deliveryView, webhookInUse } from './webhook-view.ts';
import { writeWebhook } from './write-webhook.ts';

/**
 * Sends a webhook an event that tells of nothing; what becomes of it is read among its deliveries.
 * @throws Problem not-found, webhook-over, too-many-requests: also where as many events wait as may
 */
export async function testWebhook(ports: Ports, caller: OperatorCaller, id: string): Promise<DeliveryView> {
  const { rpId, id: webhookId } = await webhookInUse(ports, id);
  const now = ports.now();
  const params = { id, eventId: newId('evt', ports.random), now, until: now + limits.resultRetention };
  const { written } = await take(ports, [{ quota: 'tests-by-webhook', subject: id }], {
    also: [
      {
        sql: `insert into webhook_deliveries (webhook_id, event_id, type, place, at, state, tries, next_at, taken, expires_at)
          select id, cast(:eventId as text), 'webhook.test', 0, cast(:now as bigint), 'waiting', 0, cast(:now as bigint), 0, cast(:until as bigint)
          from webhooks where id = :id and state <> 'revoked' and backlog < :most returning *`,
        params: { ...params, most: limits.webhookBacklog },
        rows: 1,
      },
      {
        sql: `update webhooks set backlog = backlog + 1, due_at = case state when 'active' then cast(:now as bigint) end where id = :id`,
        params: { id, now },
      },
    ],
    write: (statements) => writeWebhook(ports, caller, { what: 'tested', rpId, webhookId }, statements),
  });
  const row = written.done ? written.rows[0]?.[0] : undefined;
  if (row === undefined) throw new Problem('too-many-requests');
  return deliveryView(deliveryOf(row));
}
