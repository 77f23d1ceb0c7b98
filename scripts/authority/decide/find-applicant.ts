import type { RetryHint, SampleKind } from '../../../shared/challenge.ts';
import { parseResidentId } from '../../../shared/resident-id.ts';
import { unpackIdentity } from '../../../shared/sample/unpack-identity.ts';
import type { FaceReference } from '../face/types.ts';
import type { AuthorityPorts } from '../ports.ts';
import type { Person } from '../store/people-table.ts';
import { hintsOf } from './hints.ts';

/** Who applies and by which photo, or why that cannot be told yet. */
export type Applicant =
  | { person: string; photo: FaceReference; newPerson: Person | undefined }
  | { person: string | undefined; hints: RetryHint[] };

const chinaOffset = 8 * 60 * 60 * 1000;

/**
 * Finds the applicant by number and name. Whom the register does not know brings an ID photo, which then counts for
 * all later applications too.
 */
export async function findApplicant(
  { now, register, deciders }: AuthorityPorts,
  samples: Map<SampleKind, Uint8Array>,
): Promise<Applicant> {
  const sample = samples.get('identity');
  if (sample === undefined) throw new TypeError('a challenge without its samples');
  const { name, idNumber, validUntil } = unpackIdentity(sample);
  const parsed = parseResidentId(idNumber, { allowTestRegion: true, now: now() });
  const today = new Date(now() + chinaOffset).toISOString().slice(0, 10);
  if (!parsed.ok || (validUntil !== 'long-term' && validUntil < today)) {
    return { person: undefined, hints: ['identity-not-matched'] };
  }
  const { person, known, nameFits } = register.look(parsed.number, name);
  if (known) {
    if (!nameFits) return { person, hints: ['identity-not-matched'] };
    return { person, photo: await register.photoReference(person), newPerson: undefined };
  }
  const photo = samples.get('id-photo');
  if (photo === undefined) return { person: undefined, hints: ['identity-not-matched'] };
  const read = await deciders.readPhoto(photo);
  if (!read.ok) return { person: undefined, hints: hintsOf({ face: read.findings }) };
  const newPerson = register.newPerson(parsed.number, name, photo, read.reference);
  return { person, photo: read.reference, newPerson };
}
