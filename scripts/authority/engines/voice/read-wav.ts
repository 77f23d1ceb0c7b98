import { decodeWav } from '../../../../shared/sample/decode-wav.ts';
import { maxRate, maxWavBytes, minRate } from './bands.ts';
import type { VoiceFinding } from './types.ts';

/** Samples in -1..1, one channel, at the file's own rate in hertz; `pcm` is the data chunk as it came. */
export interface Recording {
  samples: Float64Array;
  rate: number;
  pcm: Uint8Array;
}

/**
 * Reads a WAV of any coding, its channels averaged, 8-192 kHz. The size is checked before the bytes; anything else than such a
 * file is a finding and never an exception.
 */
export function readWav(bytes: Uint8Array): Recording | VoiceFinding {
  if (bytes.byteLength > maxWavBytes) return 'too-long';
  const wav = decodeWav(bytes);
  if (wav === undefined || wav.rate < minRate || wav.rate > maxRate) return 'not-a-recording';
  const { rate, channels, samples, pcm } = wav;
  const averaged = new Float64Array(samples.length / channels);
  for (let i = 0; i < averaged.length; i++) {
    let sum = 0;
    for (let c = 0; c < channels; c++) sum += samples[i * channels + c] ?? 0;
    averaged[i] = sum / channels / 32768;
  }
  return { samples: averaged, rate, pcm };
}
