import { isWebhookEvent, type WebhookEvent } from './guards.ts';
import { NotBelieved } from './refused.ts';
import { webhookVerifier } from './webhook-secret.ts';

/** Headers as Node's `request.headers`, or as `fetch` has them. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

export interface Delivery {
  /** The event: the same in every try. Whoever has acted on it answers 2xx and does nothing. */
  id: string;
  event: WebhookEvent;
}

/** Seconds by which the two clocks may differ, and a delivery may be late (Standard Webhooks). */
const tolerance = 5 * 60;
/** A secret that is being replaced makes two signatures; nobody looks at more than these. */
const signaturesMost = 16;

/**
 * A delivery of a webhook (Standard Webhooks 1.0.0): that one of the secrets (`whsec_`, signatures `v1`) or public keys (`whpk_`, `v1a`) signed these
 * very bytes within five minutes. The comparison takes the same time wherever two signatures differ.
 * @param body as it came: parsed and written anew it no longer fits
 * @param now epoch milliseconds
 * @throws NotBelieved: answer 401; TypeError where a secret is none
 */
export async function verifyWebhook(
  secrets: readonly string[],
  body: string | Uint8Array,
  headers: WebhookHeaders,
  now = Date.now(),
): Promise<Delivery> {
  const read = (name: string): string => {
    const value = headers instanceof Headers ? headers.get(name) : headers[name];
    return typeof value === 'string' ? value : '';
  };
  const id = read('webhook-id');
  const timestamp = read('webhook-timestamp');
  if (id === '' || !/^[0-9]{1,12}$/.test(timestamp)) throw new NotBelieved('unreadable');
  const age = now / 1000 - Number(timestamp);
  if (age > tolerance) throw new NotBelieved('too-old');
  if (age < -tolerance) throw new NotBelieved('too-new');

  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const signatures = read('webhook-signature').split(' ').slice(0, signaturesMost);
  const verifiers = await Promise.all(secrets.map(webhookVerifier));
  const fits = await Promise.all(
    verifiers.flatMap((verify) =>
      signatures.map((signature) => verify(signature, `${id}.${timestamp}.`, bytes)),
    ),
  );
  if (!fits.includes(true)) throw new NotBelieved('signature');
  return { id, event: eventIn(bytes) };
}

function eventIn(bytes: Uint8Array): WebhookEvent {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (isWebhookEvent(value)) return value;
  } catch (cause) {
    throw new NotBelieved('unreadable', { cause });
  }
  throw new NotBelieved('unreadable');
}
