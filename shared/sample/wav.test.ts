import { describe, expect, it } from 'vitest';
import { decodeWav } from './decode-wav.ts';
import { encodeWav } from './encode-wav.ts';

const ramp = Float64Array.from({ length: 100 }, (_, i) => i / 200);

/** A WAV file with the given 16-bit fields of its format chunk changed. */
function withFormat(changes: Record<number, number>): Uint8Array {
  const wav = encodeWav(ramp, 16_000);
  const view = new DataView(wav.buffer);
  for (const [at, value] of Object.entries(changes)) view.setUint16(Number(at), value, true);
  return wav;
}

const bytesOf = ({ buffer }: Float32Array | Float64Array): number[] => [...new Uint8Array(buffer)];
const littleEndian = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** i) % 256);

/** A chunk as its writer left it: `length` is what it claims. */
const chunk = (name: string, data: number[], length = data.length): number[] => [
  ...[...name].map((letter) => letter.charCodeAt(0)),
  ...littleEndian(length, 4),
  ...data,
];

function formatChunk(kind: number, bits: number, channels = 1, extensible = false): number[] {
  const frame = (channels * bits) / 8;
  const plain = [
    ...littleEndian(extensible ? 0xfffe : kind, 2),
    ...littleEndian(channels, 2),
    ...littleEndian(16_000, 4),
    ...littleEndian(16_000 * frame, 4),
    ...littleEndian(frame, 2),
    ...littleEndian(bits, 2),
  ];
  const guid = [...littleEndian(kind, 2), 0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71];
  const extension = [...littleEndian(22, 2), ...littleEndian(bits, 2), ...littleEndian(0, 4), ...guid];
  return chunk('fmt ', extensible ? [...plain, ...extension] : plain);
}

const fileOf = (...chunks: number[][]): Uint8Array =>
  Uint8Array.from([...chunk('RIFF', [], 0), 87, 65, 86, 69, ...chunks.flat()]);

describe('the WAV of a recording', () => {
  it('is read back sample by sample at its rate', () => {
    const sound = decodeWav(encodeWav(new Float32Array([0, 0.5, -1]), 16_000));
    expect(sound).toMatchObject({ rate: 16_000, channels: 1 });
    expect([...(sound?.samples ?? [])]).toEqual([0, 16_384, -32_767]);
  });

  it('is the same for samples that have 16 bits already', () => {
    const samples = Int16Array.of(0, 16_384, -32_768, 32_767);
    expect(decodeWav(encodeWav(samples, 8_000))).toMatchObject({ rate: 8_000, samples });
  });

  it('cuts what is too loud instead of wrapping it round', () => {
    const sound = decodeWav(encodeWav(new Float32Array([2, -3]), 16_000));
    expect([...(sound?.samples ?? [])]).toEqual([32_767, -32_767]);
  });

  it('may have two channels that take turns', () => {
    expect(decodeWav(withFormat({ 22: 2, 32: 4 }))).toMatchObject({ channels: 2 });
    const odd = withFormat({ 22: 2, 32: 4 }).slice(0, -1);
    expect(decodeWav(odd)?.samples).toHaveLength(98);
  });

  it('is none of a coding that nobody knows, of nine channels, more bits than bytes or odd alignment', () => {
    for (const changes of [{ 20: 0x55 }, { 20: 3 }, { 22: 9, 32: 18 }, { 22: 0 }, { 34: 24 }, { 32: 7 }]) {
      expect(decodeWav(withFormat(changes)), JSON.stringify(changes)).toBeUndefined();
    }
  });

  it.each<[string, number, number, number[]]>([
    ['integers of 8 bits', 1, 8, [128, 192, 0]],
    ['integers of 24 bits', 1, 24, [0, 0, 0, 0, 0, 0x40, 0, 0, 0x80]],
    ['integers of 32 bits', 1, 32, [0, 0, 0, 0, 0, 0, 0, 0x40, 0, 0, 0, 0x80]],
    ['floats of 32 bits', 3, 32, bytesOf(Float32Array.of(0, 0.5, -1))],
    ['floats of 64 bits', 3, 64, bytesOf(Float64Array.of(0, 0.5, -1))],
  ])('may have %s, plain or extensible', (_, kind, bits, data) => {
    for (const extensible of [false, true]) {
      const sound = decodeWav(fileOf(formatChunk(kind, bits, 1, extensible), chunk('data', data)));
      expect([...(sound?.samples ?? [])]).toEqual([0, 16_384, -32_768]);
    }
  });

  it('may be A-law or mu-law, as G.711 has them', () => {
    const samplesOf = (kind: number, data: number[]) => [
      ...(decodeWav(fileOf(formatChunk(kind, 8), chunk('data', data)))?.samples ?? []),
    ];
    expect(samplesOf(6, [0xd5, 0x55, 0xaa, 0x2a, 0x80, 0xff])).toEqual([8, -8, 32_256, -32_256, 5_504, 848]);
    expect(samplesOf(7, [0xff, 0x7f, 0x80, 0x00, 0x8f])).toEqual([0, 0, 32_124, -32_124, 16_764]);
  });

  it('has silence where a float is no number, and full scale where it is more', () => {
    const data = bytesOf(Float32Array.of(Number.NaN, Number.POSITIVE_INFINITY, 7, -7));
    const sound = decodeWav(fileOf(formatChunk(3, 32), chunk('data', data)));
    expect([...(sound?.samples ?? [])]).toEqual([0, 0, 32_767, -32_768]);
  });

  it('may have up to eight channels, of which the last samples are whole', () => {
    const file = fileOf(formatChunk(1, 16, 6), chunk('data', new Array(26).fill(1)));
    expect(decodeWav(file)).toMatchObject({ channels: 6, samples: new Int16Array(12).fill(257) });
  });

  it('is read to its end where a recorder left the length at 0 or unknown', () => {
    for (const length of [0, 0xffffffff]) {
      const file = fileOf(formatChunk(1, 16), chunk('data', [0, 1, 0, 2], length));
      expect([...(decodeWav(file)?.samples ?? [])], `${length}`).toEqual([256, 512]);
    }
  });

  it('may have chunks before its format, and odd ones with and without padding', () => {
    const data = chunk('data', [0, 1, 0, 2]);
    for (const odd of [chunk('LIST', [1, 2, 3]), [...chunk('LIST', [1, 2, 3]), 0]]) {
      for (const parts of [
        [odd, formatChunk(1, 16), data],
        [formatChunk(1, 16), odd, data],
        [odd, data, formatChunk(1, 16)],
      ]) {
        expect([...(decodeWav(fileOf(...parts))?.samples ?? [])]).toEqual([256, 512]);
      }
    }
  });

  it('may have chunks that nobody knows, and ends where the file ends', () => {
    const wav = encodeWav(ramp, 16_000);
    const list = new Uint8Array(wav.length + 11 + 1);
    list.set(wav.slice(0, 36));
    list.set([76, 73, 83, 84, 3, 0, 0, 0, 1, 2, 3, 0], 36);
    list.set(wav.slice(36), 48);
    expect(decodeWav(list)).toMatchObject({ rate: 16_000 });
    const endless = wav.slice();
    new DataView(endless.buffer).setUint32(40, 0xffffffff, true);
    expect(decodeWav(endless)?.samples).toHaveLength(100);
    const noData = wav.slice(0, 44);
    noData.set([88], 36);
    expect(decodeWav(noData)).toBeUndefined();
  });

  it('is none of a few bytes, nor of a name alone', () => {
    expect(decodeWav(new Uint8Array(100))).toBeUndefined();
    expect(decodeWav(new TextEncoder().encode('RIFF'.repeat(50)))).toBeUndefined();
    expect(decodeWav(encodeWav(ramp, 16_000).slice(0, 43))).toBeUndefined();
  });
});
