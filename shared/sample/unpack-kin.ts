import * as limits from '../limits.ts';
import { type Kin, readKin } from './kin.ts';
import { parseJson, readMembers } from './manifest.ts';

/** Reads the plaintext of a `kin` sample. @throws RangeError */
export function unpackKin(bytes: Uint8Array): Kin {
  if (bytes.length > limits.kinPlaintext) throw new RangeError('kin: too large');
  const members = readMembers(parseJson(bytes), [
    'version',
    ...['ward', 'document', 'documentNumber', 'relation', 'scenes', 'consents'],
  ]);
  if (members.get('version') !== 1) throw new RangeError('kin: unknown version');
  members.delete('version');
  return readKin(Object.fromEntries(members));
}
