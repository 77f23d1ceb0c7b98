import { encodeUtf8 } from '../bytes/utf8.ts';
import { type Identity, unpackIdentity } from './unpack-identity.ts';

/**
 * The plaintext of an identity sample.
 * @throws RangeError when `unpackIdentity` would not accept it
 */
export function packIdentity({ name, idNumber, validUntil }: Identity): Uint8Array {
  const packed = encodeUtf8(
    JSON.stringify({ version: 1, name, idNumber: idNumber.toUpperCase(), validUntil }),
  );
  unpackIdentity(packed);
  return packed;
}
