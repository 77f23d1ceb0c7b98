import { encodeUtf8 } from '../bytes/utf8.ts';
import * as limits from '../limits.ts';
import { checkIdentity, type Identity } from './samples.ts';

/**
 * The plaintext of an identity sample.
 * @throws RangeError when `unpackIdentity` would not accept it
 */
export function packIdentity({ idNumber, ...said }: Identity): Uint8Array {
  const identity = checkIdentity({ ...said, idNumber: idNumber.toUpperCase() });
  const packed = encodeUtf8(JSON.stringify({ version: 1, ...identity }));
  if (packed.length > limits.identityPlaintext) throw new RangeError('identity: too large');
  return packed;
}
