import type { SampleKind } from '../../../shared/challenge.ts';
import { newId } from '../../../shared/ids.ts';
import { unpackFace } from '../../../shared/sample/unpack-face.ts';
import { unpackVoice } from '../../../shared/sample/unpack-voice.ts';
import type { VoiceEnrolment } from '../deciders.ts';
import type { FaceFinding } from '../face/types.ts';
import type { AuthorityPorts } from '../ports.ts';
import type { Challenge } from '../store/challenge-table.ts';
import type { VoiceFinding } from '../voice/types.ts';
import type { Decision } from './decision.ts';
import { findApplicant } from './find-applicant.ts';
import { hintsOf } from './hints.ts';

type Found = { face?: FaceFinding[]; voice?: VoiceFinding[] };

/** Whether the applicant is the citizen of the register, stood alive before the camera and has enrolled. */
export async function decideApply(
  ports: AuthorityPorts,
  { claims }: Challenge,
  samples: Map<SampleKind, Uint8Array>,
): Promise<Decision> {
  const applicant = await findApplicant(ports, samples);
  if ('hints' in applicant) {
    return { outcome: 'retry', level: 'basic', person: applicant.person, hints: applicant.hints };
  }
  const { person, photo, newPerson } = applicant;
  const face = samples.get('face');
  if (face === undefined) throw new TypeError('a challenge without its samples');
  const frames = unpackFace(face);
  const { band, findings, digests, reference } = await ports.deciders
    .decideFace({ frames, prompts: claims.prompts, references: [photo], seen: ports.store.seen.face })
    .finally(() => frames.forEach(({ jpeg }) => void jpeg.fill(0)));
  const decide = (outcome: Decision['outcome'], found: Found): Decision => {
    return { outcome, level: 'basic', hints: hintsOf(found), person, seenFace: digests };
  };
  if (band !== 'pass') return decide(band, { face: findings });
  if (reference === null) return decide('retry', { face: ['not-frontal'] });
  const voice = await enrolVoice(ports, claims.digits, samples.get('voice'));
  if (voice !== undefined && !voice.ok) return decide('retry', { voice: voice.findings });
  const credential = {
    handle: newId('crd', ports.random),
    person,
    level: 'basic' as const,
    live: true,
    since: ports.now(),
    hasVoice: voice !== undefined,
    face: reference,
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
