import type { Static } from 'typebox';
import type { WebhookSigning, WebhookWithSecret } from '../../../../shared/contract/operator/webhook-view.ts';
import type { addWebhookCall } from '../../../../shared/contract/operator/webhooks.ts';
import { newId, type RpId } from '../../../../shared/ids.ts';
import * as limits from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { OperatorCaller } from '../../ports/callers.ts';
import type { Ports } from '../../ports/ports.ts';
import { take } from '../../quota/take.ts';
import { eventsColumn } from '../../webhook/read-webhook.ts';
import { keepSecret } from '../../webhook/secrets-of.ts';
import { shownPublicKey, shownSecret, type WebhookSecret } from '../../webhook/webhook-secret.ts';
import { webhookById, webhookView } from './webhook-view.ts';
import { writeWebhook } from './write-webhook.ts';

/**
 * Adds a webhook to an RP, and shows its secret this once. Adding it twice makes no second one.
 * An RP that was revoked gets none.
 * @throws Problem not-found, webhook-url-refused, webhook-exists, webhooks-too-many, too-many-requests
 */
export async function addWebhook(
  ports: Ports,
  caller: OperatorCaller,
  rpId: RpId,
  { url: wanted, name, events, signing = 'hmac' }: Static<(typeof addWebhookCall)['body']>,
): Promise<WebhookWithSecret> {
  if (!(await ports.registry.isActive(rpId))) throw new Problem('not-found');
  const url = await ports.webhooks.judge(wanted);
  if (url === undefined) throw new Problem('webhook-url-refused');
  const id = newId('hook', ports.random);
  const secret = newSecret(ports, signing);
  const { written } = await take(ports, [{ quota: 'webhooks-by-rp', subject: rpId }], {
    also: [
      {
        sql: `insert into webhooks (id, rp_id, url, name, events, state, created_at, backlog, missed, rests_until, struggles)
          select cast(:id as text), cast(:rpId as text), cast(:url as text), cast(:name as text), cast(:events as text), 'active',
            cast(:now as bigint), 0, 0, 0, 0
          where :most > (select count(*) from webhooks where rp_id = :rpId and state <> 'revoked') returning id`,
        params: {
          ...{ id, rpId, url, name, events: eventsColumn(events), now: ports.now() },
          most: limits.webhooksPerRp,
        },
        rows: 1,
      },
      keepSecret(ports, id, secret),
    ],
    write: (statements) => writeWebhook(ports, caller, { what: 'added', rpId, webhookId: id }, statements),
  });
  if (!written.done) throw new Problem(written.why === 'duplicate' ? 'webhook-exists' : 'webhooks-too-many');
  return { webhook: await webhookView(ports, await webhookById(ports, id)), ...shownOnce(secret) };
}

/** 32 bytes of the platform's randomness. */
export function newSecret({ random }: Pick<Ports, 'random'>, signing: WebhookSigning): WebhookSecret {
  return { signing, bytes: random(32) };
}

/** What the receiver verifies with. */
export function shownOnce(secret: WebhookSecret): Omit<WebhookWithSecret, 'webhook'> {
  return secret.signing === 'hmac' ? { secret: shownSecret(secret) } : { publicKey: shownPublicKey(secret) };
}
