import { describe, expect, it } from 'vitest';
import { encodeWav } from '../../../../shared/sample/encode-wav.ts';
import { maxWavBytes } from './bands.ts';
import { readWav } from './read-wav.ts';

const ramp = Float64Array.from({ length: 100 }, (_, i) => i / 200);

/** A WAV file with the given 16-bit fields of its format chunk changed. */
function withFormat(changes: Record<number, number>): Uint8Array {
  const wav = encodeWav(ramp, 16_000);
  const view = new DataView(wav.buffer);
  for (const [at, value] of Object.entries(changes)) view.setUint16(Number(at), value, true);
  return wav;
}

describe('readWav', () => {
  it('reads samples and rate', () => {
    const recording = readWav(encodeWav(ramp, 16_000));
    expect(recording).toMatchObject({ rate: 16_000 });
    if (typeof recording === 'string') throw new Error(recording);
    expect(recording.samples).toHaveLength(100);
    expect(recording.samples[50]).toBeCloseTo(0.25, 3);
  });

  it('averages two channels', () => {
    const recording = readWav(withFormat({ 22: 2, 32: 4 }));
    if (typeof recording === 'string') throw new Error(recording);
    expect(recording.samples).toHaveLength(50);
    expect(recording.samples[10]).toBeCloseTo(20.5 / 200, 3);
  });

  it('refuses a file over the limit before it looks inside', () => {
    expect(readWav(new Uint8Array(maxWavBytes + 1))).toBe('too-long');
  });

  it('refuses unknown codings and unheard-of rates', () => {
    for (const changes of [{ 20: 0x55 }, { 24: 4000 }, { 24: 0, 26: 16 }]) {
      expect(readWav(withFormat(changes)), JSON.stringify(changes)).toBe('not-a-recording');
    }
  });
});
