import { maxRate, maxWavBytes, minRate } from './bands.ts';
import type { VoiceFinding } from './types.ts';

/** Samples in -1..1, one channel, at the file's own rate in hertz; `pcm` is the data chunk as it came. */
export interface Recording {
  samples: Float64Array;
  rate: number;
  pcm: Uint8Array;
}

interface Format {
  channels: number;
  rate: number;
}

const tag = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));

function readFormat(view: DataView, at: number, size: number): Format | undefined {
  if (size < 16) return undefined;
  const channels = view.getUint16(at + 2, true);
  const rate = view.getUint32(at + 4, true);
  const isPcm16 = view.getUint16(at, true) === 1 && view.getUint16(at + 14, true) === 16;
  if (!isPcm16 || view.getUint16(at + 12, true) !== channels * 2) return undefined;
  if (channels < 1 || channels > 2 || rate < minRate || rate > maxRate) return undefined;
  return { channels, rate };
}

function readSamples(view: DataView, at: number, size: number, channels: number): Float64Array {
  const samples = new Float64Array(Math.floor(size / (2 * channels)));
  for (let i = 0; i < samples.length; i++) {
    let sum = 0;
    for (let c = 0; c < channels; c++) sum += view.getInt16(at + 2 * (i * channels + c), true);
    samples[i] = sum / channels / 32768;
  }
  return samples;
}

/**
 * Reads a RIFF/WAVE file of 16-bit PCM, one or two channels (averaged), 8-48 kHz. The size is checked before the
 * bytes; anything else than such a file is a finding and never an exception. A data chunk that claims more than the
 * file holds is read to the end of the file, as recorders that stream write it.
 */
export function readWav(bytes: Uint8Array): Recording | VoiceFinding {
  if (bytes.byteLength > maxWavBytes) return 'too-long';
  if (bytes.byteLength < 44) return 'not-a-recording';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (tag(view, 0) !== 'RIFF' || tag(view, 8) !== 'WAVE') return 'not-a-recording';
  let format: Format | undefined;
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const name = tag(view, at);
    const size = Math.min(view.getUint32(at + 4, true), view.byteLength - at - 8);
    if (name === 'fmt ') {
      format = readFormat(view, at + 8, size);
      if (!format) return 'not-a-recording';
    }
    if (name === 'data') {
      if (!format) return 'not-a-recording';
      const samples = readSamples(view, at + 8, size, format.channels);
      return { samples, rate: format.rate, pcm: bytes.subarray(at + 8, at + 8 + size) };
    }
    at += 8 + size + (size % 2);
  }
  return 'not-a-recording';
}
