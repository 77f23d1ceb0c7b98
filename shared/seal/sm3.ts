import { sm3 as sm3Hex } from 'sm-crypto-v2/dist/index.mjs';
import { decodeHex } from '../bytes/hex.ts';

/** SM3 (GB/T 32905-2016), 32 bytes. */
export function sm3(bytes: Uint8Array): Uint8Array {
  return decodeHex(sm3Hex(bytes));
}
