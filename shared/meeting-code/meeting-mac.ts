import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { lengthPrefixed } from '../bytes/length-prefixed.ts';

/** The version letter of a code that a person's phone shows. */
export const meetingCodeVersion = 'p';

/**
 * The first 128 bits of the HMAC-SHA256 over token and second: of another name than a counter's code, so that neither is ever taken for the
 * other.
 */
export function meetingMac(
  secret: Uint8Array,
  { token, elapsed }: { token: string; elapsed: number },
): Uint8Array {
  const message = lengthPrefixed(['liangzheng meeting code', meetingCodeVersion, token, String(elapsed)]);
  return hmac(sha256, secret, message).slice(0, 16);
}
