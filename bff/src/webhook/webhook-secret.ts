import { createPrivateKey, createPublicKey, hkdfSync } from 'node:crypto';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { decodeBase64url, encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { WebhookSigning } from '../../../shared/contract/operator/webhook-view.ts';
import type { Ports } from '../ports/ports.ts';

/** What signs the deliveries of a webhook: 32 bytes, a key of HMAC-SHA256 or the seed of an Ed25519 key (RFC 8032). */
export interface WebhookSecret {
  signing: WebhookSigning;
  bytes: Uint8Array;
}

type Sealing = Pick<Ports, 'random'> & { settings: Pick<Ports['settings'], 'holderPepper'> };

const nonceLength = 24;
/** A private key in PKCS#8 (RFC 8410) but for its 32 bytes. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Seals a secret for the database: nobody who reads a copy of it can sign, and it opens for this webhook only. */
export function sealSecret({ random, settings }: Sealing, webhookId: string, bytes: Uint8Array): string {
  const nonce = random(nonceLength);
  const sealed = cipher(settings, webhookId, nonce).encrypt(bytes);
  return encodeBase64url(new Uint8Array([...nonce, ...sealed]));
}

/** Opens what `sealSecret` made. @throws Error where it was made for another webhook, under another key, or changed */
export function openSecret(
  { settings }: Pick<Sealing, 'settings'>,
  webhookId: string,
  sealed: string,
): Uint8Array {
  const bytes = decodeBase64url(sealed);
  return cipher(settings, webhookId, bytes.slice(0, nonceLength)).decrypt(bytes.slice(nonceLength));
}

/** The secret as its receiver is shown it, once: `whsec_` and base64. */
export function shownSecret({ bytes }: WebhookSecret): string {
  return `whsec_${Buffer.from(bytes).toString('base64')}`;
}

/** The Ed25519 key of a seed. */
export function privateKeyOf({ bytes }: WebhookSecret) {
  return createPrivateKey({ key: Buffer.concat([pkcs8, bytes]), format: 'der', type: 'pkcs8' });
}

/** The public half as receivers are shown it: `whpk_` and the base64 of its 32 bytes. */
export function shownPublicKey(secret: WebhookSecret): string {
  const der = createPublicKey(privateKeyOf(secret)).export({ format: 'der', type: 'spki' });
  return `whpk_${der.subarray(-32).toString('base64')}`;
}

/** The pepper never changes, as the holders' ids hang on it; nothing that is made of it here tells anything of it. */
function cipher({ holderPepper }: Sealing['settings'], webhookId: string, nonce: Uint8Array) {
  const key = hkdfSync('sha256', holderPepper, new Uint8Array(), 'liangzheng: secrets of webhooks', 32);
  return xchacha20poly1305(new Uint8Array(key), nonce, Buffer.from(`webhook ${webhookId}`));
}
