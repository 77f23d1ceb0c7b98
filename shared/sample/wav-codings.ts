/** How one sample is written; `bits` are those of its place in the file. */
export interface WavCoding {
  kind: 'integer' | 'float' | 'a-law' | 'mu-law';
  bits: 8 | 16 | 24 | 32 | 64;
}

type Read = (view: DataView, at: number) => number;

const to16 = (share: number): number =>
  Number.isFinite(share) ? Math.max(-32_768, Math.min(32_767, Math.round(share * 32_768))) : 0;

/** ITU-T G.711, table 1: even bits inverted, sign, three bits of segment, four of place. */
function fromALaw(code: number): number {
  const bits = code ^ 0x55;
  const segment = (bits & 0x70) >> 4;
  const place = ((bits & 0x0f) << 4) + 8;
  const size = segment === 0 ? place : (place + 0x100) << (segment - 1);
  return bits & 0x80 ? size : -size;
}

/** ITU-T G.711, table 2: all bits inverted. */
function fromMuLaw(code: number): number {
  const bits = ~code & 0xff;
  const size = ((((bits & 0x0f) << 3) + 0x84) << ((bits & 0x70) >> 4)) - 0x84;
  return bits & 0x80 ? -size : size;
}

const readers: Record<string, Read> = {
  'integer 8': (view, at) => (view.getUint8(at) - 128) * 256,
  'integer 16': (view, at) => view.getInt16(at, true),
  'integer 24': (view, at) => view.getInt16(at + 1, true),
  'integer 32': (view, at) => view.getInt16(at + 2, true),
  'float 32': (view, at) => to16(view.getFloat32(at, true)),
  'float 64': (view, at) => to16(view.getFloat64(at, true)),
  'a-law 8': (view, at) => fromALaw(view.getUint8(at)),
  'mu-law 8': (view, at) => fromMuLaw(view.getUint8(at)),
};

/**
 * Samples of any coding that a WAV may have, as 16-bit numbers: finer steps are left out, what is louder than full scale is cut,
 * and what is no number is silence. A last sample that is not whole is left out.
 * @returns undefined for a coding that there is none of
 */
export function readSamples(data: Uint8Array, { kind, bits }: WavCoding): Int16Array | undefined {
  const read = readers[`${kind} ${bits}`];
  if (read === undefined) return undefined;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const size = bits / 8;
  return Int16Array.from({ length: Math.floor(data.length / size) }, (_, i) => read(view, i * size));
}
