import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { lengthPrefixed } from '../bytes/length-prefixed.ts';

/** The only version of the code. */
export const codeVersion = '1';

/** What a code says in plain, and what it is bound to without saying it. */
export interface CodeFields {
  token: string;
  /** Whole seconds since the session opened, by the server's clock. */
  elapsed: number;
  rpId: string;
  counterId: string;
  scene: string;
  purpose: string;
}

/** The first 128 bits of the HMAC-SHA256 over all fields. */
export function codeMac(secret: Uint8Array, fields: CodeFields): Uint8Array {
  const message = lengthPrefixed([
    'liangzheng counter code',
    codeVersion,
    fields.token,
    String(fields.elapsed),
    fields.rpId,
    fields.counterId,
    fields.scene,
    fields.purpose,
  ]);
  return hmac(sha256, secret, message).slice(0, 16);
}
