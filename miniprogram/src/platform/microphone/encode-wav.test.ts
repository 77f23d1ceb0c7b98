import { describe, expect, it } from 'vitest';
import { readSound } from '../../../../scripts/stand-ins/phone/wav.ts';
import { encodeWav } from './encode-wav.ts';

describe('the WAV of a recording', () => {
  it('is read back sample by sample at its rate', () => {
    const sound = readSound(encodeWav(new Float32Array([0, 0.5, -1]), 16_000));
    expect(sound?.rate).toBe(16_000);
    expect([...(sound?.samples ?? [])]).toEqual([0, 16_384, -32_767]);
  });

  it('cuts what is too loud instead of wrapping it round', () => {
    const sound = readSound(encodeWav(new Float32Array([2, -3]), 16_000));
    expect([...(sound?.samples ?? [])]).toEqual([32_767, -32_767]);
  });
});
