import { kdf } from 'sm-crypto-v2/dist/index.mjs';
import { concatBytes } from '../bytes/concat.ts';
import { Sm2Point, sm2Multiply, sm2PointOf } from './sm2-curve.ts';
import { sm3 } from './sm3.ts';

/**
 * SM2 public key encryption, GM/T 0003.4-2012 section 6: C1 (65 bytes, 04|x|y) | C3 (32 bytes) | C2.
 *
 * @param scalar the random k, 32 bytes, used once (`sm2Scalar`)
 * @throws Error when the public key is not a point of the curve, or for the one k in 2^(8 * length) that hides nothing
 */
export function sm2Encrypt(publicKey: Uint8Array, plaintext: Uint8Array, scalar: Uint8Array): Uint8Array {
  const c1 = sm2Multiply(Sm2Point.BASE, scalar);
  const shared = sm2Multiply(sm2PointOf(publicKey), scalar);
  const mask = kdf(concatBytes(shared.x, shared.y), plaintext.length);
  if (mask.every((byte) => byte === 0)) throw new Error('sm2: this k hides nothing, draw another');
  const c2 = plaintext.map((byte, i) => byte ^ (mask[i] ?? 0));
  const c3 = sm3(concatBytes(shared.x, plaintext, shared.y));
  return concatBytes(Uint8Array.of(4), c1.x, c1.y, c3, c2);
}
