import type { SampleKind } from '../../../shared/challenge.ts';
import { unpackVoice } from '../../../shared/sample/unpack-voice.ts';
import type { VoiceJudgement } from '../deciders.ts';
import type { AuthorityPorts } from '../ports.ts';
import type { Challenge } from '../store/challenge-table.ts';
import type { Credential } from '../store/credential-table.ts';
import type { Decision } from './decision.ts';
import { fuse } from './fusion.ts';
import { hintsOf } from './hints.ts';
import { judgeFace } from './judge-face.ts';

/** Whether the holder of the shown credential stood before the camera, alive, and spoke. */
export async function decideVerify(
  ports: AuthorityPorts,
  challenge: Challenge,
  samples: Map<SampleKind, Uint8Array>,
): Promise<Decision> {
  const { asked, claims } = challenge;
  const credential = ports.store.credentials.find(asked.credential ?? '');
  if (credential === undefined) throw new TypeError('a challenge without its credential');
  const { level, person } = credential;
  if (!credential.live) return { outcome: 'fail', level, person, hints: [] };
  const references = async () => {
    const photo = await ports.register.photoReference(person);
    return credential.face === undefined ? [photo] : [photo, credential.face];
  };
  const [byFace, byVoice] = await Promise.all([
    judgeFace(ports, challenge, samples, references),
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
