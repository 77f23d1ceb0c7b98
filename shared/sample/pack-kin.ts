import { encodeUtf8 } from '../bytes/utf8.ts';
import * as limits from '../limits.ts';
import { type Kin, readKin } from './kin.ts';

/** The plaintext of a `kin` sample. @throws RangeError when `unpackKin` would not accept it */
export function packKin({ ward, ...said }: Kin): Uint8Array {
  const kin = readKin({ ...said, ward: { ...ward, idNumber: ward.idNumber.toUpperCase() } });
  const packed = encodeUtf8(JSON.stringify({ version: 1, ...kin }));
  if (packed.length > limits.kinPlaintext) throw new RangeError('kin: too large');
  return packed;
}
