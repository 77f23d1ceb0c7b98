import { dateInChina } from '../../../shared/china-calendar.ts';
import { parseResidentId } from '../../../shared/resident-id.ts';
import { unpackIdentity } from '../../../shared/sample/unpack-identity.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';

/** Who the identity sample says applies, and what the register knows of number and name; `name` as it was written. */
export interface LookedUp {
  name: string;
  idNumber: string;
  person: string;
  known: boolean;
  nameFits: boolean;
  /** YYYY-MM-DD. */
  birthDate: string;
  /** `long-term`, or YYYY-MM-DD. */
  validUntil: string;
}

/** Undefined where the number is none, or the card has run out. @throws RangeError on bytes that are no identity */
export function lookUpApplicant(
  { now, register }: Pick<AuthorityPorts, 'now' | 'register'>,
  sample: Uint8Array,
): LookedUp | undefined {
  const { name, idNumber, validUntil } = unpackIdentity(sample);
  const parsed = parseResidentId(idNumber, { allowTestRegion: true, now: now() });
  if (!parsed.ok || (validUntil !== 'long-term' && validUntil < dateInChina(now()))) return undefined;
  const { number, birthDate } = parsed;
  return { name, idNumber: number, birthDate, validUntil, ...register.look(number, name) };
}
