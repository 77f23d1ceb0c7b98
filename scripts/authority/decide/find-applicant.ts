import type { RetryHint, SampleKind } from '../../../shared/challenge.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Template } from '../ports/engines.ts';
import type { Person } from '../ports/store.ts';
import { lookUpApplicant } from '../register/look-up-applicant.ts';
import { idPhotoHintsOf } from './decision.ts';

/** Who applies and by which photo, or why that cannot be told yet. */
export type Applicant =
  | { person: string; photo: () => Promise<Template | undefined>; newPerson: Person | undefined }
  | { person: string | undefined; hints: RetryHint[] };

/**
 * Finds the applicant by number and name. Whom the register does not know brings an ID photo, which then counts for
 * all later applications too.
 */
export async function findApplicant(
  ports: AuthorityPorts,
  samples: Map<SampleKind, Uint8Array>,
): Promise<Applicant> {
  const { register, engines } = ports;
  const sample = samples.get('identity');
  if (sample === undefined) throw new TypeError('a challenge without its samples');
  const applicant = lookUpApplicant(ports, sample);
  if (applicant === undefined) return { person: undefined, hints: ['identity-not-matched'] };
  const { person, known, nameFits, name, idNumber } = applicant;
  if (known) {
    if (!nameFits) return { person, hints: ['identity-not-matched'] };
    return { person, photo: () => register.photoOf(person), newPerson: undefined };
  }
  const photo = samples.get('id-photo');
  if (photo === undefined) return { person: undefined, hints: ['identity-not-matched'] };
  const read = await engines.face.readPhoto(photo);
  if (!read.ok) return { person: undefined, hints: idPhotoHintsOf(read.findings) };
  const newPerson = register.newPerson(idNumber, name, photo, read.template);
  return { person, photo: async () => read.template, newPerson };
}
