import { mapHashToField } from '@noble/curves/abstract/modular.js';
import { weierstrass } from '@noble/curves/abstract/weierstrass.js';
import { bytesToNumberBE } from '@noble/curves/utils.js';
import { drawRandom, type Random } from '../bytes/random.ts';

/** The recommended curve of GM/T 0003.5. */
export const Sm2Point = weierstrass({
  p: 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn,
  n: 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n,
  h: 1n,
  a: 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn,
  b: 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n,
  Gx: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  Gy: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
});

/** A scalar from 1 to n - 1, 32 bytes: 48 random bytes reduced, so that the bias is below 2^-128. */
export function sm2Scalar(random: Random): Uint8Array {
  return mapHashToField(drawRandom(random, 48), Sm2Point.Fn.ORDER);
}

/** k times the point, as its two coordinates of 32 bytes. @throws Error unless 0 < k < n */
export function sm2Multiply(
  point: InstanceType<typeof Sm2Point>,
  scalar: Uint8Array,
): { x: Uint8Array; y: Uint8Array } {
  const product = point.multiply(bytesToNumberBE(scalar)).toBytes(false);
  return { x: product.slice(1, 33), y: product.slice(33) };
}

/** Reads 04|x|y. @throws Error unless it is a point of the curve, in this encoding */
export function sm2PointOf(bytes: Uint8Array): InstanceType<typeof Sm2Point> {
  if (bytes.length !== 65 || bytes[0] !== 4)
    throw new RangeError('sm2: a point is 65 bytes that begin with 04');
  return Sm2Point.fromBytes(bytes);
}
