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

  it('is none of another coding, with three channels, 24 bits or odd alignment', () => {
    for (const changes of [{ 20: 3 }, { 22: 3, 32: 6 }, { 34: 24 }, { 32: 7 }]) {
      expect(decodeWav(withFormat(changes)), JSON.stringify(changes)).toBeUndefined();
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
