import type { WebhookSettings, WebhookView } from '../../../../shared/contract/operator/webhook-view.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { OperatorCaller } from '../../ports/callers.ts';
import type { Statement } from '../../ports/db.ts';
import type { Ports } from '../../ports/ports.ts';
import { eventsColumn } from '../../webhook/read-webhook.ts';
import { webhookById, webhookInUse, webhookView } from './webhook-view.ts';
import { writeWebhook } from './write-webhook.ts';

/**
 * Sets where a webhook leads, what it is called and what it is told. What waits goes to the new URL at once.
 * @throws Problem not-found, webhook-over, webhook-url-refused, webhook-exists
 */
export async function changeWebhook(
  ports: Ports,
  caller: OperatorCaller,
  id: string,
  { url: wanted, name, events }: WebhookSettings,
): Promise<WebhookView> {
  const { rpId, id: webhookId } = await webhookInUse(ports, id);
  const url = await ports.webhooks.judge(wanted);
  if (url === undefined) throw new Problem('webhook-url-refused');
  const written = await writeWebhook(ports, caller, { what: 'changed', rpId, webhookId }, [
    {
      sql: `update webhooks set url = :url, name = :name, events = :events where id = :id and state <> 'revoked' returning id`,
      params: { id, url, name, events: eventsColumn(events) },
      rows: 1,
    },
    ...tryAllNow(id, ports.now()),
  ]);
  if (!written.done) throw new Problem(written.why === 'duplicate' ? 'webhook-exists' : 'webhook-over');
  return webhookView(ports, await webhookById(ports, id));
}

/** The statements by which all that waits for a webhook is due now, where it is active. */
export function tryAllNow(webhookId: string, now: number): Statement[] {
  return [
    {
      sql: `update webhook_deliveries set next_at = :now where webhook_id = :webhookId and state = 'waiting' and taken = 0`,
      params: { webhookId, now },
    },
    {
      sql: `update webhooks set rests_until = 0, due_at = case state when 'active' then cast(:now as bigint) end,
          backlog = (select count(*) from webhook_deliveries where webhook_id = :webhookId and state = 'waiting')
        where id = :webhookId`,
      params: { webhookId, now },
    },
  ];
}
