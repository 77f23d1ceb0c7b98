import type { DeliveryView, WebhookView } from '../../../../shared/contract/operator/webhook-view.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Delivered } from '../../webhook/read-delivery.ts';
import { readWebhook, type Webhook } from '../../webhook/read-webhook.ts';
import { shownOfSecrets } from '../../webhook/secrets-of.ts';

/** A webhook as operators see it: nothing of it opens anything. */
export async function webhookView(ports: Ports, hook: Webhook): Promise<WebhookView> {
  const { id, rpId, url, name, events, state, createdAt, backlog, missed, failingSince, lastFault } = hook;
  const secrets = await shownOfSecrets(ports, id);
  return {
    ...{ webhookId: id, rpId, url, name, events, state, createdAt, backlog, missed },
    signing: secrets[0]?.signing ?? 'hmac',
    publicKeys: secrets.flatMap(({ publicKey }) => publicKey ?? []),
    secrets: secrets.length,
    ...(failingSince === undefined ? {} : { failingSince }),
    ...(lastFault === undefined ? {} : { lastFault }),
  };
}

/** One event on its way, as operators see it. */
export function deliveryView(delivery: Delivered): DeliveryView {
  const { eventId, type, sessionId, at, state, tries, nextAt, settledAt, fault, status } = delivery;
  return {
    ...{ eventId, type, at, state, tries },
    ...(sessionId === undefined ? {} : { sessionId }),
    ...(state === 'waiting' ? { nextAt } : {}),
    ...(settledAt === undefined ? {} : { settledAt }),
    ...(fault === undefined ? {} : { fault }),
    ...(status === undefined ? {} : { status }),
  };
}

/** @throws Problem not-found */
export async function webhookById(ports: Ports, id: string): Promise<Webhook> {
  const hook = await readWebhook(ports, id);
  if (hook === undefined) throw new Problem('not-found');
  return hook;
}

/** One of which something may still become. @throws Problem not-found, webhook-over */
export async function webhookInUse(ports: Ports, id: string): Promise<Webhook> {
  const hook = await webhookById(ports, id);
  if (hook.state === 'revoked') throw new Problem('webhook-over');
  return hook;
}
