import { joinManifest } from './manifest.ts';
import { unpackVoice, type VoiceRecording } from './unpack-voice.ts';

/**
 * The plaintext of a voice sample: a manifest, then the recording.
 * @throws RangeError when `unpackVoice` would not accept it
 */
export function packVoice({ container, recording }: VoiceRecording): Uint8Array {
  const packed = joinManifest({ version: 1, container, bytes: recording.length }, [recording]);
  unpackVoice(packed);
  return packed;
}
