import { drawRandom, type Random } from '../bytes/random.ts';
import { p256 } from './p256.ts';
import { type PublicJwk, publicJwkOf } from './public-jwk.ts';

/** A P-256 key from 48 random bytes (reduced: the bias is below 2^-128). The private half has 32 bytes. */
export function makeDeviceKey(random: Random): { privateKey: Uint8Array; publicJwk: PublicJwk } {
  const privateKey = p256.utils.randomSecretKey(drawRandom(random, 48));
  return { privateKey, publicJwk: publicJwkOf(privateKey) };
}
