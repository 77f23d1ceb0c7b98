import type { SampleKind } from '../../../shared/challenge.ts';
import { unpackFace } from '../../../shared/sample/unpack-face.ts';
import { unpackVoice } from '../../../shared/sample/unpack-voice.ts';
import type { VoiceJudgement } from '../deciders.ts';
import type { AuthorityPorts } from '../ports.ts';
import type { Challenge } from '../store/challenge-table.ts';
import type { Credential } from '../store/credential-table.ts';
import type { Decision } from './decision.ts';
import { fuse } from './fusion.ts';
import { hintsOf } from './hints.ts';

/** Whether the holder of the shown credential stood before the camera, alive, and spoke. */
export async function decideVerify(
  ports: AuthorityPorts,
  { asked, claims }: Challenge,
  samples: Map<SampleKind, Uint8Array>,
): Promise<Decision> {
  const credential = ports.store.credentials.find(asked.credential ?? '');
  const face = samples.get('face');
  if (credential === undefined || face === undefined) throw new TypeError('a challenge without its samples');
  const { level, person } = credential;
  if (!credential.live) return { outcome: 'fail', level, person, hints: [] };
  const photo = await ports.register.photoReference(person);
  const frames = unpackFace(face);
  const deciding = ports.deciders.decideFace({
    frames,
    prompts: claims.prompts,
    references: credential.face === undefined ? [photo] : [photo, credential.face],
    seen: ports.store.seen.face,
  });
  const [byFace, byVoice] = await Promise.all([
    deciding.finally(() => frames.forEach(({ jpeg }) => void jpeg.fill(0))),
    decideVoice(ports, credential, claims.digits, samples.get('voice')),
  ]);
  return {
    outcome: fuse(byFace.band, byVoice?.band),
    level,
    person,
    hints: hintsOf({ face: byFace.findings, voice: byVoice?.findings ?? [] }),
    seenFace: byFace.digests,
    ...(byVoice === undefined ? {} : { seenVoice: byVoice }),
  };
}

async function decideVoice(
  { deciders, register, store }: AuthorityPorts,
  { person, voice: reference }: Credential,
  digits: string,
  sample: Uint8Array | undefined,
): Promise<VoiceJudgement | undefined> {
  if (sample === undefined || reference === undefined) return undefined;
  const { container, recording } = unpackVoice(sample);
  if (container !== 'wav') return { band: 'retry', findings: ['not-a-recording'], digests: [], traces: [] };
  const cohort = await register.cohort(person);
  try {
    const seen = store.seen.voice(person);
    return await deciders.decideVoice({ wav: recording, digits, reference, cohort, seen });
  } finally {
    recording.fill(0);
  }
}
