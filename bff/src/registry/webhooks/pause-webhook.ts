import type { WebhookView } from '../../../../shared/contract/operator/webhook-view.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { OperatorCaller } from '../../ports/callers.ts';
import type { Ports } from '../../ports/ports.ts';
import { tryAllNow } from './change-webhook.ts';
import { webhookById, webhookInUse, webhookView } from './webhook-view.ts';
import { writeWebhook } from './write-webhook.ts';

/**
 * Stops what is sent to a webhook, or lets it go on: `resumed` after a pause, and after its receiver had answered 410. What is under way
 * is not called back; what comes meanwhile waits.
 * @throws Problem not-found, webhook-over
 */
export async function setPaused(
  ports: Ports,
  caller: OperatorCaller,
  id: string,
  what: 'paused' | 'resumed',
): Promise<WebhookView> {
  const { rpId, id: webhookId } = await webhookInUse(ports, id);
  const state = what === 'paused' ? 'paused' : 'active';
  const written = await writeWebhook(ports, caller, { what, rpId, webhookId }, [
    {
      sql: `update webhooks set state = :state, due_at = null where id = :id and state <> 'revoked' returning id`,
      params: { id, state },
      rows: 1,
    },
    ...(what === 'resumed' ? tryAllNow(id, ports.now()) : []),
  ]);
  if (!written.done) throw new Problem('webhook-over');
  return webhookView(ports, await webhookById(ports, id));
}
