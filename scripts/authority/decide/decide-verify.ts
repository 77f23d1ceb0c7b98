import type { SampleKind } from '../../../shared/challenge.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { VoiceJudgement } from '../ports/engines.ts';
import type { Challenge, Credential } from '../ports/store.ts';
import { type Decision, decisionOf } from './decision.ts';
import { hearVoice } from './hear-voice.ts';
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
  ports: AuthorityPorts,
  { person, voice: reference }: Credential,
  digits: string,
  sample: Uint8Array | undefined,
): Promise<VoiceJudgement | undefined> {
  if (sample === undefined || reference === undefined) return undefined;
  const wav = await hearVoice(ports, sample);
  if (wav === undefined) return { findings: ['voice-unreadable'], digests: [], trace: null };
  try {
    const cohort = await ports.register.cohort(person);
    const seen = ports.store.seen.voice(person);
    return await ports.engines.voice.decide({ wav, digits, reference, cohort, seen });
  } finally {
    wav.fill(0);
  }
}
