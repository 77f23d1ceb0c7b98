import * as limits from '../limits.ts';
import { parseJson, readMembers } from './manifest.ts';
import { checkIdentity, type Identity } from './samples.ts';

/** Reads the plaintext of an identity sample. @throws RangeError */
export function unpackIdentity(bytes: Uint8Array): Identity {
  if (bytes.length > limits.identityPlaintext) throw new RangeError('identity: too large');
  const members = readMembers(parseJson(bytes), ['version', 'name', 'idNumber', 'validUntil']);
  if (members.get('version') !== 1) throw new RangeError('identity: unknown version');
  return checkIdentity({
    name: members.get('name'),
    idNumber: members.get('idNumber'),
    validUntil: members.get('validUntil'),
  });
}
