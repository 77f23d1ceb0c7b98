import { sm4 } from 'sm-crypto-v2/dist/index.mjs';
import { concatBytes } from '../bytes/concat.ts';

const tagLength = 16;

/** SM4-GCM (RFC 8998): 16-byte key, 12-byte nonce. Gives ciphertext | tag. */
export function sm4GcmEncrypt(
  key: Uint8Array,
  nonce: Uint8Array,
  aad: Uint8Array,
  plaintext: Uint8Array,
): Uint8Array {
  checkLengths(key, nonce);
  const sealed = sm4.encrypt(plaintext, key, {
    mode: 'gcm',
    iv: nonce,
    associatedData: aad,
    output: 'array',
    outputTag: true,
  });
  if (sealed.tag?.length !== tagLength) throw new Error('sm4-gcm: the library gave no tag');
  return concatBytes(sealed.output, sealed.tag);
}

/** Opens ciphertext | tag. @throws Error when the tag does not fit, before a byte is decrypted */
export function sm4GcmDecrypt(
  key: Uint8Array,
  nonce: Uint8Array,
  aad: Uint8Array,
  sealed: Uint8Array,
): Uint8Array {
  checkLengths(key, nonce);
  if (sealed.length < tagLength) throw new Error('sm4-gcm: no room for a tag');
  const opened = sm4.decrypt(sealed.subarray(0, -tagLength), key, {
    mode: 'gcm',
    iv: nonce,
    associatedData: aad,
    tag: sealed.subarray(-tagLength),
    output: 'array',
  });
  return opened;
}

/** The library pads, repeats or defaults what is missing: nothing may be missing. */
function checkLengths(key: Uint8Array, nonce: Uint8Array): void {
  if (key.length !== 16 || nonce.length !== 12)
    throw new RangeError('sm4-gcm: a key has 16 bytes, a nonce 12');
}
