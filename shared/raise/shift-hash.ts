import { sha256 } from '@noble/hashes/sha2.js';
import { decodeBase64url } from '../bytes/base64url.ts';
import { lengthPrefixed } from '../bytes/length-prefixed.ts';

/**
 * The 32 bytes that a passkey signs as its challenge where an officer begins a shift: that it is to be bound to this key of the browser, and nothing that
 * could be taken for a decision. The page computes them with its own key, the authority with the one that the shift is to be opened for.
 * @param of.salt 32 random bytes of the authority, base64url, good for one assertion
 * @throws RangeError where the salt is not base64url
 */
export function shiftHash({ key, salt }: { key: string; salt: string }): Uint8Array {
  return sha256(lengthPrefixed(['liangzheng officer shift 1', key, decodeBase64url(salt)]));
}
