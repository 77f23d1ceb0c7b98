import * as limits from '../limits.ts';
import { readCount, splitManifest } from './manifest.ts';
import { type VoiceRecording, voiceContainers } from './samples.ts';

/** Splits the plaintext of a voice sample. @throws RangeError */
export function unpackVoice(bytes: Uint8Array): VoiceRecording {
  if (bytes.length > limits.voicePlaintext) throw new RangeError('voice sample: too large');
  const { manifest, rest } = splitManifest(bytes, ['container', 'bytes']);
  const container = voiceContainers.find((known) => known === manifest.get('container'));
  if (container === undefined) throw new RangeError('voice sample: unknown container');
  const length = readCount(manifest.get('bytes'), 1, rest.length, 'recording size');
  if (length !== rest.length) throw new RangeError('voice sample: bytes left over');
  return { container, recording: rest.slice() };
}
