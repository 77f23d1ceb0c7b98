import type { WebhookView } from '../../../../shared/contract/operator/webhook-view.ts';
import * as limits from '../../../../shared/limits.ts';
import type { OperatorCaller } from '../../ports/callers.ts';
import type { Ports } from '../../ports/ports.ts';
import { webhookById, webhookView } from './webhook-view.ts';
import { writeWebhook } from './write-webhook.ts';

/**
 * Ends a webhook for good, once: its secrets are deleted, what waits is given up, and it is told nothing more. That it was there is
 * readable for a week, and in the log.
 * @throws Problem not-found
 */
export async function revokeWebhook(ports: Ports, caller: OperatorCaller, id: string): Promise<WebhookView> {
  const { rpId, id: webhookId } = await webhookById(ports, id);
  const params = { id, now: ports.now(), until: ports.now() + limits.webhookDeadKept };
  // Where it was revoked before nothing is written, nor is an entry.
  await writeWebhook(
    ports,
    caller,
    { what: 'revoked', rpId, webhookId },
    [
      {
        sql: `update webhooks set state = 'revoked', due_at = null, backlog = 0, expires_at = :until
          where id = :id and state <> 'revoked' returning id`,
        params: { id, until: params.until },
        rows: 1,
      },
      { sql: 'delete from webhook_secrets where webhook_id = :id', params: { id } },
      {
        sql: `update webhook_deliveries set session_id = null, ended_as = null, taken = 0, expires_at = :until,
            settled_at = case state when 'waiting' then :now else settled_at end,
            fault = case state when 'waiting' then 'forgotten' else fault end, state = 'dead'
          where webhook_id = :id and state <> 'delivered'`,
        params,
      },
    ],
    { reserve: true },
  );
  return webhookView(ports, await webhookById(ports, id));
}
