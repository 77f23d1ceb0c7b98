import { createHmac, sign } from 'node:crypto';
import { privateKeyOf, type WebhookSecret } from './webhook-secret.ts';

/**
 * The headers of one try (Standard Webhooks 1.0.0): `id.timestamp.body`, signed by each secret that counts, so that who replaces a
 * secret misses nothing meanwhile. @param now when the try is made, epoch milliseconds
 */
export function signDelivery(
  secrets: readonly WebhookSecret[],
  { eventId, body, now }: { eventId: string; body: string; now: number },
): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  const content = Buffer.from(`${eventId}.${timestamp}.${body}`);
  return {
    'content-type': 'application/json',
    'user-agent': 'liangzheng-webhooks/1',
    'webhook-id': eventId,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => signature(secret, content)).join(' '),
  };
}

function signature(secret: WebhookSecret, content: Uint8Array): string {
  switch (secret.signing) {
    case 'hmac':
      return `v1,${createHmac('sha256', secret.bytes).update(content).digest('base64')}`;
    case 'ed25519':
      return `v1a,${sign(null, content, privateKeyOf(secret)).toString('base64')}`;
  }
}
