import { isCalendarDate } from '../resident-id.ts';
import { parseJson, readMembers } from './manifest.ts';

/** What a holder types in. The authority compares it with its register; here only the shape is checked. */
export interface Identity {
  /** 1 to 50 letters, no white space at the ends, no control characters. */
  name: string;
  /** 18 characters, upper-case X; `parseResidentId` says more. */
  idNumber: string;
  /** YYYY-MM-DD, or `long-term`. */
  validUntil: string;
}

const maxLength = 1024;

/** Reads the plaintext of an identity sample. @throws RangeError */
export function unpackIdentity(bytes: Uint8Array): Identity {
  if (bytes.length > maxLength) throw new RangeError('identity: too large');
  const members = readMembers(parseJson(bytes), ['version', 'name', 'idNumber', 'validUntil']);
  if (members.get('version') !== 1) throw new RangeError('identity: unknown version');
  const { name, idNumber, validUntil } = Object.fromEntries(members);
  if (typeof name !== 'string' || !isName(name)) throw new RangeError('identity: name out of form');
  if (typeof idNumber !== 'string' || !/^[0-9]{17}[0-9X]$/.test(idNumber)) {
    throw new RangeError('identity: ID number out of form');
  }
  if (typeof validUntil !== 'string' || !(validUntil === 'long-term' || isCalendarDate(validUntil))) {
    throw new RangeError('identity: validity out of form');
  }
  return { name, idNumber, validUntil };
}

function isName(name: string): boolean {
  return name === name.trim() && name.length >= 1 && name.length <= 50 && !/\p{Cc}/u.test(name);
}
