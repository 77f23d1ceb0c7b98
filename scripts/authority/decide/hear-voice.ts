import { unpackVoice } from '../../../shared/sample/unpack-voice.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';

/**
 * The sound of a voice sample as a WAV, which is the caller's to overwrite, or undefined where it cannot be read: such a recording
 * is judged by nobody.
 */
export async function hearVoice(
  { recordings }: Pick<AuthorityPorts, 'recordings'>,
  sample: Uint8Array,
): Promise<Uint8Array | undefined> {
  const voice = unpackVoice(sample);
  try {
    return await recordings.toWav(voice);
  } finally {
    voice.recording.fill(0);
  }
}
