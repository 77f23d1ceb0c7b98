import { wrapPcm } from '../../../miniprogram/src/platform/microphone/encode-wav.ts';

/** Sound of one channel: 16-bit samples at `rate` hertz. */
export interface Sound {
  rate: number;
  samples: Int16Array;
}

/** Reads the plainest WAV: RIFF, 16-bit PCM, one channel. Undefined for anything else. */
export function readSound(wav: Uint8Array): Sound | undefined {
  const view = new DataView(wav.buffer, wav.byteOffset, wav.byteLength);
  if (wav.length < 44 || tag(view, 0) !== 'RIFF' || tag(view, 8) !== 'WAVE') return undefined;
  let rate: number | undefined;
  for (let at = 12; at + 8 <= wav.length; ) {
    const size = Math.min(view.getUint32(at + 4, true), wav.length - at - 8);
    if (tag(view, at) === 'fmt ' && size >= 16) rate = readRate(view, at + 8);
    if (tag(view, at) === 'data') {
      if (rate === undefined) return undefined;
      const samples = new Int16Array(Math.floor(size / 2));
      for (let i = 0; i < samples.length; i++) samples[i] = view.getInt16(at + 8 + 2 * i, true);
      return { rate, samples };
    }
    at += 8 + size + (size % 2);
  }
  return undefined;
}

/** The WAV of a sound. */
export function writeWav({ rate, samples }: Sound): Uint8Array {
  return wrapPcm(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength), rate);
}

function readRate(view: DataView, at: number): number | undefined {
  const plain = view.getUint16(at, true) === 1 && view.getUint16(at + 2, true) === 1;
  return plain && view.getUint16(at + 14, true) === 16 ? view.getUint32(at + 4, true) : undefined;
}

function tag(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
}
