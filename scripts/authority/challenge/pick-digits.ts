import type { Random } from '../../../shared/bytes/random.ts';
import type { Ceremony } from '../../../shared/ceremonies.ts';
import { pick } from './pick.ts';

const tenDigits = '0123456789';

/** Six random digits to verify; to apply, all ten of them three times, so that each is enrolled in three rounds. */
export function pickDigits(ceremony: Ceremony, random: Random): string {
  if (ceremony === 'apply') return tenDigits.repeat(3);
  return Array.from({ length: 6 }, () => pick([...tenDigits], random)).join('');
}
