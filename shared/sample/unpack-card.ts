import * as limits from '../limits.ts';
import { type Card, readCard } from './card.ts';
import { parseJson, readMembers } from './manifest.ts';

/** Reads the plaintext of a card sample. @throws RangeError */
export function unpackCard(bytes: Uint8Array): Card {
  if (bytes.length > limits.cardPlaintext) throw new RangeError('card: too large');
  const members = readMembers(parseJson(bytes), [
    'version',
    ...['name', 'idNumber', 'validFrom', 'validUntil', 'chip'],
  ]);
  if (members.get('version') !== 1) throw new RangeError('card: unknown version');
  members.delete('version');
  return readCard(Object.fromEntries(members));
}
