import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { VoiceJudgement } from '../ports/engines.ts';
import type { Credential } from '../ports/store.ts';
import { hearVoice } from './hear-voice.ts';

/** Whether the person of the credential says these digits; undefined where none was enrolled, or nothing was said. */
export async function hearPerson(
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
