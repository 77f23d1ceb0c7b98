import type { WebhookEvent } from '../../../shared/contract/webhook/events.ts';
import * as limits from '../../../shared/limits.ts';
import type { Ports } from '../ports/ports.ts';
import { type Outcome, outcomeOf } from './next-try.ts';
import type { Delivered } from './read-delivery.ts';
import type { Webhook } from './read-webhook.ts';
import { secretsOf } from './secrets-of.ts';
import { settleDelivery } from './settle-delivery.ts';
import { signDelivery } from './sign-delivery.ts';

/** What an event tells, made of what is kept of its session, or of its end; undefined where nothing is, or it is none of this RP's. */
export type BodyOf = (
  ports: Ports,
  event: Pick<Delivered, 'type' | 'sessionId' | 'at' | 'endedAs'> & { rpId: string },
) => Promise<WebhookEvent | undefined>;

/**
 * Makes one try of a delivery that this process has taken, and writes down what came of it. Answers false where the receiver
 * failed. An RP that was revoked meanwhile is told nothing. Never throws: what could not be written is due again when it would have been given up.
 */
export async function deliver(
  ports: Ports,
  hook: Webhook,
  delivery: Delivered,
  { bodyOf, signal }: { bodyOf: BodyOf; signal: AbortSignal },
): Promise<boolean> {
  const since = performance.now();
  const outcome = await tryOnce(ports, hook, delivery, bodyOf, signal);
  if (signal.aborted && outcome.kind === 'failed') return false;
  const took = performance.now() - since;
  ports.measures.webhookDelivered(outcome.kind === 'delivered' ? 'delivered' : outcome.fault, took / 1000);
  const facts = { webhookId: hook.id, eventId: delivery.eventId, tries: delivery.tries };
  try {
    const slow = took > limits.webhookSlow;
    const counted = await settleDelivery(ports, delivery, outcome, { slow, rpId: hook.rpId });
    if (counted && outcome.kind === 'failed')
      ports.warn('webhook-undelivered', { ...facts, fault: outcome.fault });
  } catch (fault) {
    ports.warn('webhook-unsettled', { ...facts, name: fault instanceof Error ? fault.name : 'unknown' });
  }
  return outcome.kind === 'delivered' || outcome.fault === 'forgotten';
}

async function tryOnce(
  ports: Ports,
  hook: Webhook,
  delivery: Delivered,
  bodyOf: BodyOf,
  signal: AbortSignal,
): Promise<Outcome> {
  try {
    const event = await bodyOf(ports, { ...delivery, rpId: hook.rpId });
    if (event === undefined) return { kind: 'failed', fault: 'forgotten' };
    const body = JSON.stringify(event);
    if (Buffer.byteLength(body) > limits.webhookBody) return { kind: 'failed', fault: 'not-ready' };
    const secrets = await secretsOf(ports, hook.id);
    if (secrets.length === 0) return { kind: 'failed', fault: 'not-ready' };
    const headers = signDelivery(secrets, { eventId: delivery.eventId, body, now: ports.now() });
    // Last of all: the result token was signed for it when it had not been revoked yet.
    if (!(await ports.registry.isActive(hook.rpId))) return { kind: 'failed', fault: 'not-ready' };
    return outcomeOf(await ports.webhooks.send({ url: hook.url, headers, body, signal }));
  } catch (fault) {
    ports.warn('webhook-not-ready', {
      webhookId: hook.id,
      name: fault instanceof Error ? fault.name : 'unknown',
    });
    return { kind: 'failed', fault: 'not-ready' };
  }
}
