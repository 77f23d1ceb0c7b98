import * as limits from '../limits.ts';
import { pinPattern } from './pack-pin.ts';

/** Reads the plaintext of a PIN sample. @throws RangeError */
export function unpackPin(bytes: Uint8Array): string {
  const pin = String.fromCharCode(...bytes.subarray(0, limits.pinDigits));
  if (bytes.length !== limits.pinDigits || !pinPattern.test(pin)) throw new RangeError('pin: out of form');
  return pin;
}
