import { validityEnd } from '../../../shared/card-validity.ts';
import { ceremonies } from '../../../shared/ceremonies.ts';
import type { CeremonyRules } from '../../../shared/ceremony-rules.ts';
import type { SampleKind } from '../../../shared/challenge.ts';
import { newId } from '../../../shared/ids.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Challenge } from '../ports/store.ts';
import { applicantOf } from '../register/applications.ts';
import { credentialNow, newCredential } from '../register/credential-standing.ts';
import { lookUpApplicant } from '../register/look-up-applicant.ts';
import { testHolderOf, testOutcomeOf, testPerson } from '../register/test-holders.ts';
import type { Decision } from './decision.ts';

const { level } = ceremonies.apply;

/**
 * What becomes of a test holder, whoever stands before the camera: each applies at once, and each check ends as its name says. A failure counts
 * against nobody. `never`: no verdict comes.
 * @returns undefined where it is somebody else
 */
export function decideTestHolder(
  ports: AuthorityPorts,
  challenge: Challenge,
  samples: Map<SampleKind, Uint8Array>,
): Decision | 'never' | undefined {
  const { asked, claims } = challenge;
  const rules: CeremonyRules = ceremonies[asked.ceremony];
  if (rules.personBy === 'credential') {
    const credential = credentialNow(ports, asked.credential ?? '');
    const outcome = testOutcomeOf(credential?.person);
    if (credential === undefined || credential.state === 'void' || outcome === undefined) return undefined;
    if (outcome !== 'pass' && outcome !== 'fail') return 'never';
    const about = { outcome, person: credential.person, hints: [], blameless: true };
    const moves = rules.passBrings === 'credential' && outcome === 'pass';
    return { ...about, level: credential.level, ...(moves && { issue: { by: 'move' } }) };
  }
  const identity = samples.get('identity');
  const typed = identity && lookUpApplicant(ports, identity);
  const holder = typed && testHolderOf(typed.name, typed.idNumber);
  if (typed === undefined || holder === undefined) return undefined;
  const person = testPerson(holder, applicantOf(asked));
  const credential = {
    ...{ handle: newId('crd', ports.random), person, level, ...newCredential, since: ports.now() },
    ...{ hasVoice: false, face: undefined, voice: undefined, device: claims.deviceThumbprint },
    endsAt: validityEnd(typed.validUntil),
  };
  return {
    outcome: 'pass',
    level,
    person,
    hints: [],
    issue: { by: 'application', credential, newPerson: undefined },
  };
}
