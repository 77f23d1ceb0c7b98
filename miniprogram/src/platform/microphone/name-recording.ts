import { wrapPcm } from '../../../../shared/sample/encode-wav.ts';
import type { VoiceRecording } from '../../../../shared/sample/samples.ts';

/** Names the container of what a recorder wrote by its first bytes; raw PCM of `rate` becomes a WAV. */
export function nameRecording(bytes: Uint8Array, rate: number): VoiceRecording {
  const [first = 0, second = 0] = bytes;
  const tagAt = (at: number) => String.fromCharCode(...bytes.slice(at, at + 4));
  if (tagAt(0) === 'RIFF') return { container: 'wav', recording: bytes };
  if (tagAt(0) === '\u001aE\u00df\u00a3') return { container: 'webm', recording: bytes };
  if (tagAt(4) === 'ftyp') return { container: 'aac', recording: bytes };
  if (tagAt(0).startsWith('ID3')) return { container: 'mp3', recording: bytes };
  // The sync word of both is eleven ones; AAC in ADTS has layer 0, MP3 has layer 1.
  if (first === 0xff && (second & 0xf6) === 0xf0) return { container: 'aac', recording: bytes };
  if (first === 0xff && (second & 0xe6) === 0xe2) return { container: 'mp3', recording: bytes };
  const wav = wrapPcm(bytes, rate);
  bytes.fill(0);
  return { container: 'wav', recording: wav };
}
