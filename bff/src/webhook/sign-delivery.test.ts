import { createPublicKey, randomBytes, verify } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it, vi } from 'vitest';
import { signDelivery } from './sign-delivery.ts';
import { openSecret, sealSecret, shownPublicKey, shownSecret, type WebhookSecret } from './webhook-secret.ts';

const random = (length: number) => new Uint8Array(randomBytes(length));
const secret = (signing: WebhookSecret['signing'] = 'hmac'): WebhookSecret => ({
  signing,
  bytes: random(32),
});
const eventId = `evt_${'a'.repeat(22)}`;
const body = '{"type":"webhook.test","timestamp":"2026-12-01T08:00:00.000Z","data":{}}';
const at = Date.now();

describe('a signature of HMAC-SHA256', () => {
  it('is what the package standardwebhooks takes, byte for byte', () => {
    const [own, another] = [secret(), secret()];
    const headers = signDelivery([own], { eventId, body, now: at });
    expect(new Webhook(shownSecret(own)).verify(body, headers)).toEqual(JSON.parse(body));
    for (const wrong of [
      () => new Webhook(shownSecret(another)).verify(body, headers),
      () => new Webhook(shownSecret(own)).verify(`${body} `, headers),
      () => new Webhook(shownSecret(own)).verify(body, { ...headers, 'webhook-id': `evt_${'b'.repeat(22)}` }),
      () =>
        new Webhook(shownSecret(own)).verify(body, {
          ...headers,
          'webhook-timestamp': String(Math.floor(at / 1000) + 1),
        }),
    ])
      expect(wrong).toThrow();
  });

  it('is by each secret while one is being replaced', () => {
    const [old, next] = [secret(), secret()];
    const headers = signDelivery([next, old], { eventId, body, now: at });
    expect(headers['webhook-signature']?.split(' ')).toHaveLength(2);
    for (const each of [old, next])
      expect(new Webhook(shownSecret(each)).verify(body, headers)).toBeDefined();
  });

  it('is too old for the package five minutes later', () => {
    const own = secret();
    const headers = signDelivery([own], { eventId, body, now: at });
    vi.useFakeTimers({ now: at + 5 * 60_000 + 1000 });
    try {
      expect(() => new Webhook(shownSecret(own)).verify(body, headers)).toThrow('too old');
    } finally {
      vi.useRealTimers();
    }
  });

  it('has the vector of the published example', () => {
    const bytes = new Uint8Array(Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64'));
    const headers = signDelivery([{ signing: 'hmac', bytes }], {
      ...{ eventId: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}', now: 1_614_265_330_000 },
    });
    expect(headers).toMatchObject({
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });
});

describe('a signature of Ed25519', () => {
  it('is of the same content, and verified by the public key that is shown', () => {
    const own = secret('ed25519');
    const headers = signDelivery([own], { eventId, body, now: at });
    const [version, signature = ''] = headers['webhook-signature']?.split(',') ?? [];
    expect(version).toBe('v1a');
    const x = Buffer.from(shownPublicKey(own).replace('whpk_', ''), 'base64').toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    const content = (text: string) => Buffer.from(`${eventId}.${headers['webhook-timestamp']}.${text}`);
    expect(verify(null, content(body), key, Buffer.from(signature, 'base64'))).toBe(true);
    expect(verify(null, content(`${body} `), key, Buffer.from(signature, 'base64'))).toBe(false);
  });

  it('stands beside one of HMAC while the kind is being changed', () => {
    const old = secret();
    const headers = signDelivery([secret('ed25519'), old], { eventId, body, now: at });
    expect(headers['webhook-signature']).toMatch(/^v1a,\S+ v1,\S+$/);
    expect(new Webhook(shownSecret(old)).verify(body, headers)).toBeDefined();
  });
});

describe('a secret in the database', () => {
  const ports = { random, settings: { holderPepper: random(32) } };

  it('opens with the key of this service, for its webhook alone, as it was', () => {
    const { bytes } = secret();
    const sealed = sealSecret(ports, 'hook_a', bytes);
    expect(openSecret(ports, 'hook_a', sealed)).toEqual(bytes);
    const changed = `${sealed.startsWith('A') ? 'B' : 'A'}${sealed.slice(1)}`;
    for (const wrong of [
      () => openSecret(ports, 'hook_b', sealed),
      () => openSecret(ports, 'hook_a', changed),
      () => openSecret({ settings: { holderPepper: random(32) } }, 'hook_a', sealed),
    ])
      expect(wrong).toThrow();
    expect(sealSecret(ports, 'hook_a', bytes)).not.toBe(sealed);
  });
});
