import { ceremonies } from '../../../shared/ceremonies.ts';
import type { CeremonyRules } from '../../../shared/ceremony-rules.ts';
import type { SampleKind } from '../../../shared/challenge.ts';
import { digitsOfNewVoice } from '../challenge/digits-of-new-voice.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { FaceJudgement } from '../ports/engines.ts';
import type { Challenge } from '../ports/store.ts';
import { credentialNow } from '../register/credential-standing.ts';
import { type Decision, decisionOf } from './decision.ts';
import { enrolVoice } from './enrol-voice.ts';
import { hearPerson } from './hear-person.ts';
import { judgeFace } from './judge-face.ts';

/** No face was asked for: two officers have looked at it. */
const noFace: FaceJudgement = { findings: [], digests: [], template: null };

/** Whether the holder of the shown credential stood before the camera, alive, and spoke. In which state it must be is looked at with the verdict. */
export async function decideVerify(
  ports: AuthorityPorts,
  challenge: Challenge,
  samples: Map<SampleKind, Uint8Array>,
): Promise<Decision> {
  const { asked, claims } = challenge;
  const credential = credentialNow(ports, asked.credential ?? '');
  // It was erased meanwhile.
  if (credential === undefined) return { outcome: 'fail', level: asked.level, person: undefined, hints: [] };
  const { level, person } = credential;
  if (credential.state === 'void') return { outcome: 'fail', level, person, hints: [] };
  const references = async () => {
    const photo = await ports.register.photoOf(person);
    return credential.face === undefined ? [photo] : [photo, credential.face];
  };
  const rules: CeremonyRules = ceremonies[asked.ceremony];
  const givesAgain = digitsOfNewVoice(rules, credential) !== undefined;
  const [byFace, byVoice, given] = await Promise.all([
    asksForFace(claims) ? judgeFace(ports, challenge, samples, references) : noFace,
    hearPerson(ports, credential, claims.digits, samples.get('voice')),
    givesAgain ? enrolVoice(ports, claims.digits, samples.get('voice')) : undefined,
  ]);
  const ofVoice = given?.ok === false ? given.findings : (byVoice?.findings ?? []);
  return decisionOf([...byFace.findings, ...ofVoice], {
    ...{ level, person, seenFace: byFace.digests },
    ...(byVoice !== undefined && { seenVoice: byVoice }),
    ...(given?.ok === true && { newVoice: given.template }),
  });
}

/** What was not asked for officers have excepted: an exception that a BFF names where none may be spares nobody. */
function asksForFace({ samples }: Challenge['claims']): boolean {
  return samples.includes('face') || samples.includes('platform-face');
}
