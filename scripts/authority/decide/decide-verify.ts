import type { SampleKind } from '../../../shared/challenge.ts';
import { unpackVoice } from '../../../shared/sample/unpack-voice.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { VoiceJudgement } from '../ports/engines.ts';
import type { Challenge, Credential } from '../ports/store.ts';
import { type Decision, decisionOf } from './decision.ts';
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
    const photo = await ports.register.photoOf(person);
    return credential.face === undefined ? [photo] : [photo, credential.face];
  };
  const [byFace, byVoice] = await Promise.all([
    judgeFace(ports, challenge, samples, references),
    decideVoice(ports, credential, claims.digits, samples.get('voice')),
  ]);
  return decisionOf([...byFace.findings, ...(byVoice?.findings ?? [])], {
    level,
    person,
    seenFace: byFace.digests,
    ...(byVoice === undefined ? {} : { seenVoice: byVoice }),
  });
}

async function decideVoice(
  { engines, register, store }: AuthorityPorts,
  { person, voice: reference }: Credential,
  digits: string,
  sample: Uint8Array | undefined,
): Promise<VoiceJudgement | undefined> {
  if (sample === undefined || reference === undefined) return undefined;
  const { container, recording } = unpackVoice(sample);
  if (container !== 'wav') return { findings: ['voice-unreadable'], digests: [], trace: null };
  const cohort = await register.cohort(person);
  try {
    const seen = store.seen.voice(person);
    return await engines.voice.decide({ wav: recording, digits, reference, cohort, seen });
  } finally {
    recording.fill(0);
  }
}
