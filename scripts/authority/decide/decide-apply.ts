import { ceremonies } from '../../../shared/ceremonies.ts';
import type { SampleKind } from '../../../shared/challenge.ts';
import { wardFormAt } from '../../../shared/family.ts';
import { newId } from '../../../shared/ids.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Finding } from '../ports/engines.ts';
import type { Challenge } from '../ports/store.ts';
import { ageOn } from '../register/age-on.ts';
import { newCredential } from '../register/credential-standing.ts';
import { type Decision, decisionOf, notMatched } from './decision.ts';
import { enrolVoice } from './enrol-voice.ts';
import { findApplicant } from './find-applicant.ts';
import { judgeFace } from './judge-face.ts';

const { level } = ceremonies.apply;

/** What is found only by comparing with somebody, and where somebody cannot be compared with. */
const saysWho: readonly Finding[] = ['face-uncertain', 'other-face', 'register-photo-unusable'];

/** Whether the applicant is the citizen of the register, stood alive before the camera and has enrolled. Nobody under 14 applies alone. */
export async function decideApply(
  ports: AuthorityPorts,
  challenge: Challenge,
  samples: Map<SampleKind, Uint8Array>,
): Promise<Decision> {
  const applicant = await findApplicant(ports, challenge, samples);
  if ('hints' in applicant) {
    return { outcome: 'retry', level, person: applicant.person, hints: applicant.hints };
  }
  const { person, fits, photo, newPerson, endsAt, renews, born } = applicant;
  // A level that an officer gave is kept by the face that he saw, beside the photo.
  const references = async () =>
    renews?.face === undefined ? [await photo()] : [await photo(), renews.face];
  const { findings, digests, template } = await judgeFace(ports, challenge, samples, references);
  const about = { level, person, seenFace: digests };
  const decide = (found: Finding[]) => decisionOf(found, about);
  const ofCapture = findings.filter((finding) => !saysWho.includes(finding));
  if (ofCapture.length > 0) return decide(ofCapture);
  if (!fits || findings.length > 0) return { ...about, ...notMatched };
  if (template === null && samples.has('face')) return decide(['face-not-frontal']);
  // A child is shown by a guardian, who was bound at a desk: it is told once all else fits, so that no stranger learns an age.
  if (born !== undefined && wardFormAt(ageOn(born, ports.now())) === 'under-14')
    return { ...about, outcome: 'fail', hints: ['needs-guardian'], blameless: true };
  const voice = await enrolVoice(ports, challenge.claims.digits, samples.get('voice'));
  if (voice !== undefined && !voice.ok) return decide(voice.findings);
  const credential = {
    handle: newId('crd', ports.random),
    person,
    level,
    ...newCredential,
    since: ports.now(),
    device: challenge.claims.deviceThumbprint,
    hasVoice: voice !== undefined,
    face: template ?? undefined,
    voice: voice?.template,
    endsAt,
  };
  const handle = renews?.handle;
  return {
    ...decide([]),
    issue: {
      ...{ by: 'application', credential, newPerson, born },
      ...(handle !== undefined && { renews: handle }),
    },
  };
}
