import { ceremonies } from '../../../shared/ceremonies.ts';
import type { SampleKind } from '../../../shared/challenge.ts';
import { newId } from '../../../shared/ids.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Challenge } from '../ports/store.ts';
import { applicantOf } from '../register/applications.ts';
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
  { asked }: Challenge,
  samples: Map<SampleKind, Uint8Array>,
): Decision | 'never' | undefined {
  if (ceremonies[asked.ceremony].personBy === 'credential') {
    const credential = ports.store.credentials.find(asked.credential ?? '');
    const outcome = testOutcomeOf(credential?.person);
    if (credential?.live !== true || outcome === undefined) return undefined;
    if (outcome !== 'pass' && outcome !== 'fail') return 'never';
    return { outcome, level: credential.level, person: credential.person, hints: [], blameless: true };
  }
  const identity = samples.get('identity');
  const typed = identity && lookUpApplicant(ports, identity);
  const holder = typed && testHolderOf(typed.name, typed.idNumber);
  if (holder === undefined) return undefined;
  const person = testPerson(holder, applicantOf(asked));
  const credential = {
    ...{ handle: newId('crd', ports.random), person, level, live: true, since: ports.now() },
    ...{ hasVoice: false, face: undefined, voice: undefined },
  };
  return { outcome: 'pass', level, person, hints: [], issue: { credential, newPerson: undefined } };
}
