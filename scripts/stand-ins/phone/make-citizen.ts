import { parseResidentId } from '../../../shared/resident-id.ts';
import type { Identity } from '../../../shared/sample/samples.ts';

const checkCharacters = [...'0123456789X'];

/**
 * A citizen of the test region whom nobody else is: each serial from 0 to 999 gives another ID number.
 * @param born YYYYMMDD
 */
export function makeCitizen(serial: number, name: string, born = '19900101'): Identity {
  const start = `990001${born}${String(serial).padStart(3, '0')}`;
  const options = { allowTestRegion: true, now: Date.now() };
  const idNumber = checkCharacters
    .map((last) => start + last)
    .find((text) => parseResidentId(text, options).ok);
  if (idNumber === undefined) throw new RangeError(`no citizen has the serial ${serial}`);
  return { name, idNumber, validUntil: 'long-term' };
}
