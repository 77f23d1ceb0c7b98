import type { Static } from 'typebox';
import type { WebhookWithSecret } from '../../../../shared/contract/operator/webhook-view.ts';
import type { rotateWebhookCall } from '../../../../shared/contract/operator/webhooks.ts';
import * as limits from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { OperatorCaller } from '../../ports/callers.ts';
import type { Ports } from '../../ports/ports.ts';
import { keepSecret } from '../../webhook/secrets-of.ts';
import { newSecret, shownOnce } from './add-webhook.ts';
import { webhookById, webhookInUse, webhookView } from './webhook-view.ts';
import { writeWebhook } from './write-webhook.ts';

/**
 * Gives a webhook another secret, shown this once. Those before it sign too for `limits.webhookOverlap`, so that a receiver refuses
 * nothing while it is replaced, also where somebody rotates again; those that `leaked` end at once.
 * @throws Problem not-found, webhook-over; webhooks-too-many where `limits.webhookSecrets` sign already
 */
export async function rotateWebhook(
  ports: Ports,
  caller: OperatorCaller,
  id: string,
  { signing, leaked = false }: Static<(typeof rotateWebhookCall)['body']>,
): Promise<WebhookWithSecret> {
  const hook = await webhookInUse(ports, id);
  const { rpId, id: webhookId } = hook;
  const now = ports.now();
  const secret = newSecret(ports, signing ?? (await webhookView(ports, hook)).signing);
  const inUse = `select 1 as one from webhooks where id = :id and state <> 'revoked'`;
  const written = await writeWebhook(ports, caller, { what: 'rotated', rpId, webhookId }, [
    leaked
      ? { sql: 'delete from webhook_secrets where webhook_id = :id', params: { id } }
      : {
          sql: 'update webhook_secrets set ends_at = :endsAt where webhook_id = :id and ends_at is null',
          params: { id, endsAt: now + limits.webhookOverlap },
        },
    {
      sql: `${inUse} and :most > (
        select count(*) from webhook_secrets where webhook_id = :id and (ends_at is null or ends_at > :now))`,
      params: { id, now, most: limits.webhookSecrets },
      rows: 1,
    },
    keepSecret(ports, id, secret),
  ]);
  if (!written.done) throw new Problem('webhooks-too-many');
  return { webhook: await webhookView(ports, await webhookById(ports, id)), ...shownOnce(secret) };
}
