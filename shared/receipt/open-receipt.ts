import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { decodeBase64url } from '../bytes/base64url.ts';
import { decodeU32 } from '../bytes/length-prefixed.ts';
import { decodeUtf8 } from '../bytes/utf8.ts';
import { hpkeSetupReceiver } from '../seal/hpke.ts';
import { encapsulatedLength, receiptBox } from './receipt-box.ts';

/**
 * The signed receipt, or what another box is for, that was sealed to this key; what it says is still to be checked. Undefined where it was sealed to another, was
 * changed, or never was one: nobody but its device can tell these apart from a receipt.
 */
export function openReceipt(
  sealed: string,
  privateKey: Uint8Array,
  { info } = receiptBox,
): string | undefined {
  try {
    const bytes = decodeBase64url(sealed);
    const enc = bytes.subarray(0, encapsulatedLength);
    const { key, baseNonce } = hpkeSetupReceiver(privateKey, info, enc);
    const plain = chacha20poly1305(key, baseNonce).decrypt(bytes.subarray(encapsulatedLength));
    const length = decodeU32(plain, 0);
    return length + 4 > plain.length ? undefined : decodeUtf8(plain.subarray(4, 4 + length));
  } catch {
    return undefined;
  }
}
