import { describe, expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { colours } from '../../../shared/ui/tokens.ts';
import { ageOf, mixColours } from './age.ts';

const at = 1_000_000;

/** WCAG 2.2, contrast ratio of two colours of the form `#rrggbb`. */
function contrast(one: string, other: string): number {
  const [light = 1, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('an end that ages', () => {
  it('loses its colour bit by bit, and all of it by the time the next guest may stand there', () => {
    expect(ageOf(at, at).share).toBe(0);
    expect(ageOf(at, at + limits.verdictAges / 3).share).toBeCloseTo(1 / 3);
    expect(ageOf(at, at + limits.verdictAges).share).toBe(1);
    expect(ageOf(at, at + 10 * limits.verdictAges).share).toBe(1);
    expect(limits.verdictAges).toBeLessThan(limits.verdictShown);
  });

  it('says how long ago it was', () => {
    expect(ageOf(at, at + 2_999).ago).toEqual({ zh: '刚刚', en: 'just now' });
    expect(ageOf(at, at + 12_400).ago).toEqual({ zh: '12 秒前', en: '12 s ago' });
    expect(ageOf(at, at + 61_000).ago).toEqual({ zh: '1 分钟前', en: '1 min ago' });
  });

  it('is from now where the counter’s clock is behind', () => {
    expect(ageOf(at, at - 500)).toEqual(ageOf(at, at));
  });

  it('is grey, and says nothing of its age, while the time is in doubt', () => {
    expect(ageOf(at, undefined)).toEqual({ share: 1, ago: { zh: '', en: '' } });
  });

  it('can be read at every age, in light and dark (AAA)', () => {
    for (const set of [colours.light, colours.dark])
      for (const tone of ['pass', 'fail'] as const)
        for (const share of [0, 0.25, 0.5, 0.75, 1]) {
          const ground = mixColours(set[tone], set.aged, share);
          const ink = mixColours(set[`on-${tone}`], set['on-aged'], share);
          expect(contrast(ink, ground)).toBeGreaterThanOrEqual(7);
        }
  });
});
