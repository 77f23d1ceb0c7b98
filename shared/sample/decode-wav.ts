/** A recording of 16-bit PCM. */
export interface Wav {
  /** Samples a second, as the file says: any number. */
  rate: number;
  channels: 1 | 2;
  /** Two channels take turns. */
  samples: Int16Array;
  /** The data chunk as it came, in the file's own memory. */
  pcm: Uint8Array;
}

/**
 * Reads a RIFF/WAVE file of 16-bit PCM with one or two channels. Anything else is undefined and never an exception. Unknown
 * chunks are walked over; a data chunk that claims more than the file holds is read to the end of the file, as recorders that
 * stream write it.
 */
export function decodeWav(bytes: Uint8Array): Wav | undefined {
  if (bytes.length < 44) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (tag(view, 0) !== 'RIFF' || tag(view, 8) !== 'WAVE') return undefined;
  let format: Pick<Wav, 'rate' | 'channels'> | undefined;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = tag(view, at);
    const size = Math.min(view.getUint32(at + 4, true), bytes.length - at - 8);
    if (name === 'fmt ') {
      format = readFormat(view, at + 8, size);
      if (format === undefined) return undefined;
    }
    if (name === 'data') {
      if (format === undefined) return undefined;
      return { ...format, ...readData(bytes.subarray(at + 8, at + 8 + size), format.channels) };
    }
    at += 8 + size + (size % 2);
  }
  return undefined;
}

function readFormat(view: DataView, at: number, size: number): Pick<Wav, 'rate' | 'channels'> | undefined {
  if (size < 16) return undefined;
  const channels = view.getUint16(at + 2, true);
  const isPcm16 = view.getUint16(at, true) === 1 && view.getUint16(at + 14, true) === 16;
  if (!isPcm16 || (channels !== 1 && channels !== 2)) return undefined;
  if (view.getUint16(at + 12, true) !== channels * 2) return undefined;
  return { channels, rate: view.getUint32(at + 4, true) };
}

function readData(pcm: Uint8Array, channels: number): Pick<Wav, 'samples' | 'pcm'> {
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength);
  const samples = new Int16Array(Math.floor(pcm.length / (2 * channels)) * channels);
  for (let i = 0; i < samples.length; i++) samples[i] = view.getInt16(2 * i, true);
  return { samples, pcm };
}

function tag(view: DataView, at: number): string {
  return String.fromCharCode(
    view.getUint8(at),
    view.getUint8(at + 1),
    view.getUint8(at + 2),
    view.getUint8(at + 3),
  );
}
