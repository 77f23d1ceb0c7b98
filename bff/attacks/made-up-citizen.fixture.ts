import { parseResidentId } from '../../shared/resident-id.ts';
import type { Identity } from '../../shared/sample/samples.ts';

/** The made-up citizen of that number, in the test region, with the check digit that fits. */
export function citizen(number: number): Identity {
  const digits = `99000119900101${String(number).padStart(3, '0')}`;
  const idNumber = [...'0123456789X']
    .map((letter) => digits + letter)
    .find((text) => parseResidentId(text, { allowTestRegion: true, now: Date.now() }).ok);
  if (idNumber === undefined) throw new RangeError('no check digit fits');
  return { name: `公民${number}`, idNumber, validUntil: 'long-term' };
}
