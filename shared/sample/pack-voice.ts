import * as limits from '../limits.ts';
import { joinManifest } from './manifest.ts';
import type { VoiceRecording } from './samples.ts';

/**
 * The plaintext of a voice sample: a manifest, then the recording.
 * @throws RangeError when `unpackVoice` would not accept it
 */
export function packVoice({ container, recording }: VoiceRecording): Uint8Array {
  if (recording.length === 0) throw new RangeError('voice sample: an empty recording');
  const manifest = { version: 1, container, bytes: recording.length };
  return joinManifest(manifest, [recording], limits.voicePlaintext);
}
