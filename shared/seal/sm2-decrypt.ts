import { kdf } from 'sm-crypto-v2/dist/index.mjs';
import { concatBytes } from '../bytes/concat.ts';
import { equalBytes } from '../bytes/equal.ts';
import { sm2Multiply, sm2PointOf } from './sm2-curve.ts';
import { sm3 } from './sm3.ts';

/**
 * SM2 decryption, GM/T 0003.4-2012 section 7, of C1 | C3 | C2.
 * @throws Error when C1 is not a point of the curve or C3 does not fit
 */
export function sm2Decrypt(privateKey: Uint8Array, ciphertext: Uint8Array): Uint8Array {
  if (ciphertext.length < 98) throw new RangeError('sm2: too short');
  const shared = sm2Multiply(sm2PointOf(ciphertext.subarray(0, 65)), privateKey);
  const c2 = ciphertext.slice(97);
  const mask = kdf(concatBytes(shared.x, shared.y), c2.length);
  const plaintext = c2.map((byte, i) => byte ^ (mask[i] ?? 0));
  const c3 = sm3(concatBytes(shared.x, plaintext, shared.y));
  if (!equalBytes(c3, ciphertext.subarray(65, 97))) throw new Error('sm2: the check value does not fit');
  return plaintext;
}
