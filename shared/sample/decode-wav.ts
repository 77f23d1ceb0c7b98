import { readSamples, type WavCoding } from './wav-codings.ts';

/** The sound of a WAV. */
export interface Wav {
  /** Samples a second, as the file says: any number. */
  rate: number;
  /** 1 to 8. */
  channels: number;
  /** Channels take turns. */
  samples: Int16Array;
  /** The data chunk as it came, in the file's own memory. */
  pcm: Uint8Array;
}

interface Format extends WavCoding {
  rate: number;
  channels: number;
}

/** More channels than any phone has microphones. */
const mostChannels = 8;
/** Format tags of RIFF/WAVE: what the sample's numbers mean. `extensible` says it in its sub-format. */
const kinds = new Map<number, WavCoding['kind']>([
  [1, 'integer'],
  [3, 'float'],
  [6, 'a-law'],
  [7, 'mu-law'],
]);
const extensible = 0xfffe;
const widths = [8, 16, 24, 32, 64] as const;

/**
 * Reads a RIFF/WAVE file: integers of 8 to 32 bits, floats, A-law and mu-law, also in the extensible form, up to eight channels.
 * Chunks stand in any order; one of odd length may lack its padding. A data chunk whose length is 0, unknown or more than the file
 * holds is read to the end of the file, as recorders that stream, or were killed, leave it. Anything else is undefined and never an
 * exception.
 */
export function decodeWav(bytes: Uint8Array): Wav | undefined {
  if (bytes.length < 44) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if ((tag(view, 0) !== 'RIFF' && tag(view, 0) !== 'RF64') || tag(view, 8) !== 'WAVE') return undefined;
  let format: Format | undefined;
  let data: Uint8Array | undefined;
  for (let at = 12; at + 8 <= bytes.length && (format === undefined || data === undefined); ) {
    const name = tag(view, at);
    const left = bytes.length - at - 8;
    const said = view.getUint32(at + 4, true);
    const size = name === 'data' && said === 0 ? left : Math.min(said, left);
    if (name === 'fmt ') {
      format = readFormat(view, at + 8, size);
      if (format === undefined) return undefined;
    }
    if (name === 'data') data = bytes.subarray(at + 8, at + 8 + size);
    at += 8 + size;
    // No chunk's name begins with a zero: that is padding.
    if (size % 2 === 1 && bytes[at] === 0) at++;
  }
  if (format === undefined || data === undefined) return undefined;
  const { rate, channels } = format;
  const samples = readSamples(data, format);
  if (samples === undefined) return undefined;
  return {
    rate,
    channels,
    samples: samples.subarray(0, samples.length - (samples.length % channels)),
    pcm: data,
  };
}

function readFormat(view: DataView, at: number, size: number): Format | undefined {
  if (size < 16) return undefined;
  const said = view.getUint16(at, true);
  const kind = kinds.get(said === extensible && size >= 26 ? view.getUint16(at + 24, true) : said);
  const channels = view.getUint16(at + 2, true);
  if (kind === undefined || channels < 1 || channels > mostChannels) return undefined;
  // What is left of a sample's place is zeros: 24 bits may stand in four bytes.
  const place = (8 * view.getUint16(at + 12, true)) / channels;
  const bits = widths.find((width) => width === place);
  if (bits === undefined || view.getUint16(at + 14, true) > bits) return undefined;
  return { kind, bits, channels, rate: view.getUint32(at + 4, true) };
}

function tag(view: DataView, at: number): string {
  return String.fromCharCode(
    view.getUint8(at),
    view.getUint8(at + 1),
    view.getUint8(at + 2),
    view.getUint8(at + 3),
  );
}
