import { ceremonies } from '../../../shared/ceremonies.ts';
import { Problem } from '../../../shared/problem.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { PlainIdentity } from '../ports/platform-face.ts';
import type { Challenge } from '../ports/store.ts';
import { lookUpApplicant } from '../register/look-up-applicant.ts';

/**
 * Whom the platform is to recognise: the citizen of the shown credential, or the applicant as the opened envelope says.
 * Undefined where the number is none, or the card has run out. Whether the register knows name and number makes no difference: who
 * applies would learn it from being shown the platform's page, or not.
 * @throws Problem step-out-of-order where the applicant's identity has not come
 */
export function identityFor(ports: AuthorityPorts, { asked, claims }: Challenge): PlainIdentity | undefined {
  if (ceremonies[asked.ceremony].personBy === 'credential') {
    const credential = ports.store.credentials.find(asked.credential ?? '');
    return credential && ports.register.identityOf(credential.person);
  }
  const sample = ports.heldSamples.look(claims.challengeId, 'identity');
  if (sample === undefined) throw new Problem('step-out-of-order');
  const applicant = lookUpApplicant(ports, sample);
  return applicant && { name: applicant.name, idNumber: applicant.idNumber };
}
