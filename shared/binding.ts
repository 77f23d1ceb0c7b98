import { sha256 } from '@noble/hashes/sha2.js';
import { decodeBase64url } from './bytes/base64url.ts';
import { lengthPrefixed } from './bytes/length-prefixed.ts';

/** Who checks whom, where and why. An empty string where a ceremony has none of it. */
export interface BindingFields {
  ceremony: string;
  sessionId: string;
  rpId: string;
  counterId: string;
  scene: string;
  level: string;
  purpose: string;
  challengeId: string;
  /** The bytes, or their base64url: both give the same binding. */
  nonce: Uint8Array | string;
  /** RFC 7638, base64url. */
  deviceThumbprint: string;
}

/**
 * The 32 bytes that tie a sample to its session: phone, BFF and authority each compute them from what they know.
 * @throws RangeError when a nonce given as text is not base64url
 */
export function sessionBinding(fields: BindingFields): Uint8Array {
  return sha256(
    lengthPrefixed([
      'liangzheng session binding 1',
      fields.ceremony,
      fields.sessionId,
      fields.rpId,
      fields.counterId,
      fields.scene,
      fields.level,
      fields.purpose,
      fields.challengeId,
      typeof fields.nonce === 'string' ? decodeBase64url(fields.nonce) : fields.nonce,
      fields.deviceThumbprint,
    ]),
  );
}
