import { describe, expect, it } from 'vitest';
import * as limits from '../../../../shared/limits.ts';
import { listenForEnd, longestRecording, meterLevel } from './speech-end.ts';

const rate = 16_000;
const sound = (seconds: number, loud: number) =>
  Float32Array.from({ length: seconds * rate }, (_, i) => loud * Math.sin(i / 5) + 0.001 * Math.sin(i / 3));

describe('the end of the digits', () => {
  it('is heard in the quiet after enough speech', () => {
    const isOver = listenForEnd({ digits: '12', shortest: 0 }, rate);
    expect(isOver(sound(0.5, 0))).toBe(false);
    expect(isOver(sound(0.3, 0.2))).toBe(false);
    expect(isOver(sound(0.8, 0))).toBe(false);
    expect(isOver(sound(0.3, 0.2))).toBe(false);
    expect(isOver(sound(1.2, 0))).toBe(false);
    expect(isOver(sound(0.6, 0))).toBe(true);
  });

  it('is not heard in a pause before all digits were shown', () => {
    const isOver = listenForEnd({ digits: '12', shortest: 4_000 }, rate);
    isOver(sound(0.5, 0));
    isOver(sound(0.5, 0.2));
    expect(isOver(sound(2.5, 0))).toBe(false);
    expect(isOver(sound(0.6, 0))).toBe(true);
  });

  it('is not heard while nobody has spoken', () => {
    expect(listenForEnd({ digits: '123456', shortest: 0 }, rate)(sound(6, 0))).toBe(false);
  });
});

describe('the longest recording', () => {
  const enrolled = '0123456789'.repeat(3);

  it('is what one sample may hold, however long the person would have', () => {
    expect(longestRecording({ digits: '123456', longest: 60_000 })).toBe(limits.phraseRecording);
    expect(longestRecording({ digits: enrolled, longest: 60_000 })).toBe(limits.enrolmentRecording);
  });

  it('ends before that where the time for it is shorter', () => {
    expect(longestRecording({ digits: enrolled, longest: 5_000 })).toBe(5_000);
  });
});

describe('the level meter', () => {
  it('stands at nought in silence and at one at full scale', () => {
    expect([meterLevel(0), meterLevel(1)]).toEqual([0, 1]);
    expect(meterLevel(0.03)).toBeCloseTo(0.49, 2);
  });
});
