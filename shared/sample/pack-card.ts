import { encodeUtf8 } from '../bytes/utf8.ts';
import * as limits from '../limits.ts';
import { type Card, readCard } from './card.ts';

/**
 * The plaintext of a card sample.
 * @throws RangeError when `unpackCard` would not accept it
 */
export function packCard({ idNumber, ...said }: Card): Uint8Array {
  const card = readCard({ ...said, idNumber: idNumber.toUpperCase() });
  const packed = encodeUtf8(JSON.stringify({ version: 1, ...card }));
  if (packed.length > limits.cardPlaintext) throw new RangeError('card: too large');
  return packed;
}
