import { ceremonies } from '../../../shared/ceremonies.ts';
import type { SampleKind } from '../../../shared/challenge.ts';
import { newId } from '../../../shared/ids.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Enrolment, Finding } from '../ports/engines.ts';
import type { Challenge } from '../ports/store.ts';
import { type Decision, decisionOf, notMatched } from './decision.ts';
import { findApplicant } from './find-applicant.ts';
import { hearVoice } from './hear-voice.ts';
import { judgeFace } from './judge-face.ts';

const { level } = ceremonies.apply;

/** What is found only by comparing with somebody, and where somebody cannot be compared with. */
const saysWho: readonly Finding[] = ['face-uncertain', 'other-face', 'register-photo-unusable'];

/** Whether the applicant is the citizen of the register, stood alive before the camera and has enrolled. */
export async function decideApply(
  ports: AuthorityPorts,
  challenge: Challenge,
  samples: Map<SampleKind, Uint8Array>,
): Promise<Decision> {
  const applicant = await findApplicant(ports, challenge, samples);
  if ('hints' in applicant) {
    return { outcome: 'retry', level, person: applicant.person, hints: applicant.hints };
  }
  const { person, fits, photo, newPerson } = applicant;
  const { findings, digests, template } = await judgeFace(ports, challenge, samples, async () => [
    await photo(),
  ]);
  const about = { level, person, seenFace: digests };
  const decide = (found: Finding[]) => decisionOf(found, about);
  const ofCapture = findings.filter((finding) => !saysWho.includes(finding));
  if (ofCapture.length > 0) return decide(ofCapture);
  if (!fits || findings.length > 0) return { ...about, ...notMatched };
  if (template === null && samples.has('face')) return decide(['face-not-frontal']);
  const voice = await enrolVoice(ports, challenge.claims.digits, samples.get('voice'));
  if (voice !== undefined && !voice.ok) return decide(voice.findings);
  const credential = {
    handle: newId('crd', ports.random),
    person,
    level,
    live: true,
    since: ports.now(),
    hasVoice: voice !== undefined,
    face: template ?? undefined,
    voice: voice?.template,
  };
  return { ...decide([]), issue: { credential, newPerson } };
}

async function enrolVoice(
  ports: AuthorityPorts,
  digits: string,
  sample: Uint8Array | undefined,
): Promise<Enrolment | undefined> {
  if (sample === undefined) return undefined;
  const wav = await hearVoice(ports, sample);
  if (wav === undefined) return { ok: false, findings: ['voice-unreadable'] };
  try {
    return await ports.engines.voice.enrol(wav, digits);
  } finally {
    wav.fill(0);
  }
}
