import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Enrolment } from '../ports/engines.ts';
import { hearVoice } from './hear-voice.ts';

/** A template of who says these digits, or what is wrong with the recording; undefined where nothing was said. */
export async function enrolVoice(
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
