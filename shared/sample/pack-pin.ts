import * as limits from '../limits.ts';

/** What a PIN may be: as many digits as `limits.pinDigits`, and nothing else. */
export const pinPattern = new RegExp(`^[0-9]{${limits.pinDigits}}$`);

/** The plaintext of a PIN sample: its digits in ASCII. @throws RangeError when `unpackPin` would not accept it */
export function packPin(pin: string): Uint8Array {
  if (!pinPattern.test(pin)) throw new RangeError('pin: out of form');
  return Uint8Array.from(pin, (digit) => digit.charCodeAt(0));
}
