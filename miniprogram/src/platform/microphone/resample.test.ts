import { describe, expect, it } from 'vitest';
import { resample } from './resample.ts';

const tone = (hertz: number, rate: number) =>
  Float32Array.from({ length: rate / 2 }, (_, i) => Math.sin((2 * Math.PI * hertz * i) / rate));
const loudness = (samples: Float32Array) =>
  Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length);

describe.each([48_000, 44_100])('sound of %i Hz at 16 kHz', (rate) => {
  it('keeps a tone of the voice', () => {
    const heard = resample(tone(1_000, rate), rate, 16_000);
    const wanted = tone(1_000, 16_000);
    const middle = (samples: Float32Array) => samples.slice(1_000, 7_000);
    const error = middle(heard).map((x, i) => x - (middle(wanted)[i] ?? 0));
    expect(heard.length).toBe(8_000);
    expect(loudness(error)).toBeLessThan(0.01);
  });

  it('does not fold what is above 8 kHz into the voice', () => {
    expect(loudness(resample(tone(11_000, rate), rate, 16_000))).toBeLessThan(0.02);
  });
});
