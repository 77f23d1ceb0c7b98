import type { SampleKind } from '../../../shared/challenge.ts';
import { newId } from '../../../shared/ids.ts';
import { unpackVoice } from '../../../shared/sample/unpack-voice.ts';
import type { VoiceEnrolment } from '../deciders.ts';
import type { FaceFinding } from '../engines/face/types.ts';
import type { VoiceFinding } from '../engines/voice/types.ts';
import type { AuthorityPorts } from '../ports.ts';
import type { Challenge } from '../store/challenge-table.ts';
import type { Decision } from './decision.ts';
import { findApplicant } from './find-applicant.ts';
import { hintsOf } from './hints.ts';
import { judgeFace } from './judge-face.ts';

type Found = { face?: FaceFinding[]; voice?: VoiceFinding[] };

/** Whether the applicant is the citizen of the register, stood alive before the camera and has enrolled. */
export async function decideApply(
  ports: AuthorityPorts,
  challenge: Challenge,
  samples: Map<SampleKind, Uint8Array>,
): Promise<Decision> {
  const applicant = await findApplicant(ports, samples);
  if ('hints' in applicant) {
    return { outcome: 'retry', level: 'basic', person: applicant.person, hints: applicant.hints };
  }
  const { person, photo, newPerson } = applicant;
  const { band, findings, digests, reference } = await judgeFace(ports, challenge, samples, async () => [
    await photo(),
  ]);
  const decide = (outcome: Decision['outcome'], found: Found): Decision => {
    return { outcome, level: 'basic', hints: hintsOf(found), person, seenFace: digests };
  };
  if (band !== 'pass') return decide(band, { face: findings });
  if (reference === null && samples.has('face')) return decide('retry', { face: ['not-frontal'] });
  const voice = await enrolVoice(ports, challenge.claims.digits, samples.get('voice'));
  if (voice !== undefined && !voice.ok) return decide('retry', { voice: voice.findings });
  const credential = {
    handle: newId('crd', ports.random),
    person,
    level: 'basic' as const,
    live: true,
    since: ports.now(),
    hasVoice: voice !== undefined,
    face: reference ?? undefined,
    voice: voice?.reference,
  };
  return { ...decide('pass', {}), issue: { credential, newPerson } };
}

async function enrolVoice(
  { deciders }: AuthorityPorts,
  digits: string,
  sample: Uint8Array | undefined,
): Promise<VoiceEnrolment | undefined> {
  if (sample === undefined) return undefined;
  const { container, recording } = unpackVoice(sample);
  if (container !== 'wav') return { ok: false, findings: ['not-a-recording'] };
  try {
    return await deciders.enrolVoice(recording, digits);
  } finally {
    recording.fill(0);
  }
}
