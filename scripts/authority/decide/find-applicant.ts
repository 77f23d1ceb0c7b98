import { validityEnd } from '../../../shared/card-validity.ts';
import type { RetryHint, SampleKind } from '../../../shared/challenge.ts';
import { birthDateIn } from '../../../shared/resident-id.ts';
import { isTemplateOf } from '../engines/guard-engines.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Template } from '../ports/engines.ts';
import type { Challenge, Credential, Person } from '../ports/store.ts';
import { applicantOf, isTriedOut } from '../register/applications.ts';
import { lookUpApplicant } from '../register/look-up-applicant.ts';
import { idPhotoHintsOf } from './decision.ts';
import { isPlausible, renewable } from './renewal.ts';

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
      /** When the card ends, as it was typed. */
      endsAt: number | undefined;
      /** What this application renews, where it fits. */
      renews: Credential | undefined;
      /** As the number says. */
      born: string | undefined;
    }
  | { person: string | undefined; hints: RetryHint[] };

/**
 * Finds the applicant by number and name. Whom the register does not know brings an ID photo, which then counts for
 * all later applications too. Hints come only of what says nothing of the register.
 */
export async function findApplicant(
  ports: AuthorityPorts,
  challenge: Challenge,
  samples: Map<SampleKind, Uint8Array>,
): Promise<Applicant> {
  const { register, engines } = ports;
  const sample = samples.get('identity');
  if (sample === undefined) throw new TypeError('a challenge without its samples');
  const applicant = lookUpApplicant(ports, sample);
  if (applicant === undefined) return { person: undefined, hints: ['identity-not-matched'] };
  const endsAt = validityEnd(applicant.validUntil);
  const { person, known, nameFits, name, idNumber } = applicant;
  const born = birthDateIn(idNumber);
  const photo = samples.get('id-photo');
  const read = photo && (await engines.face.readPhoto(photo));
  if (read?.ok === false) return { person: undefined, hints: idPhotoHintsOf(read.findings) };
  if (!known && photo !== undefined && read !== undefined) {
    const newPerson = register.newPerson(idNumber, name, photo, read.template);
    return {
      person,
      fits: true,
      photo: async () => read.template,
      newPerson,
      born,
      endsAt,
      renews: undefined,
    };
  }
  const renews = renewable(ports, person, challenge);
  const likely = renews === undefined || isPlausible(ports, applicant);
  const fits = known && nameFits && likely && !isTriedOut(ports, person, applicantOf(challenge.asked));
  /** One that another engine has read is none: a finding of its own would tell that name and number fit. */
  const photoOf = async () => {
    const kept = await register.photoOf(person);
    return kept && isTemplateOf(engines.face.id, kept) ? kept : undefined;
  };
  const photoFor = () => (fits ? photoOf() : register.anyPhoto());
  const renewed = fits ? renews : undefined;
  return { person, fits, photo: photoFor, newPerson: undefined, born, endsAt, renews: renewed };
}
