import type { RetryHint, SampleKind } from '../../../shared/challenge.ts';
import { isTemplateOf } from '../engines/guard-engines.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Template } from '../ports/engines.ts';
import type { Challenge, Person } from '../ports/store.ts';
import { applicantOf, isTriedOut } from '../register/applications.ts';
import { lookUpApplicant } from '../register/look-up-applicant.ts';
import { idPhotoHintsOf } from './decision.ts';

/**
 * Who applies, and the photo that the face is held against. Where the identity does not `fit`, that is somebody else's: the work is
 * the same, so that nobody learns from it.
 */
export type Applicant =
  | {
      person: string;
      fits: boolean;
      photo: () => Promise<Template | undefined>;
      newPerson: Person | undefined;
    }
  | { person: string | undefined; hints: RetryHint[] };

/**
 * Finds the applicant by number and name. Whom the register does not know brings an ID photo, which then counts for
 * all later applications too. Hints come only of what says nothing of the register.
 */
export async function findApplicant(
  ports: AuthorityPorts,
  { asked }: Challenge,
  samples: Map<SampleKind, Uint8Array>,
): Promise<Applicant> {
  const { register, engines } = ports;
  const sample = samples.get('identity');
  if (sample === undefined) throw new TypeError('a challenge without its samples');
  const applicant = lookUpApplicant(ports, sample);
  if (applicant === undefined) return { person: undefined, hints: ['identity-not-matched'] };
  const { person, known, nameFits, name, idNumber } = applicant;
  const photo = samples.get('id-photo');
  const read = photo && (await engines.face.readPhoto(photo));
  if (read?.ok === false) return { person: undefined, hints: idPhotoHintsOf(read.findings) };
  if (!known && photo !== undefined && read !== undefined) {
    const newPerson = register.newPerson(idNumber, name, photo, read.template);
    return { person, fits: true, photo: async () => read.template, newPerson };
  }
  const fits = known && nameFits && !isTriedOut(ports, person, applicantOf(asked));
  /** One that another engine has read is none: a finding of its own would tell that name and number fit. */
  const photoOf = async () => {
    const kept = await register.photoOf(person);
    return kept && isTemplateOf(engines.face.id, kept) ? kept : undefined;
  };
  return { person, fits, photo: () => (fits ? photoOf() : register.anyPhoto()), newPerson: undefined };
}
