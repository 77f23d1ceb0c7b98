import { describe, expect, it } from 'vitest';
import type { Levels } from './measure-sight.ts';
import { tellHint } from './tell-hint.ts';

const good: Levels = { range: 60, scene: 150, behind: 0, glare: 0, detail: 0.8, movement: 0.02 };
const dim = { range: 20, scene: 50 };
const face = { x: 0.5, y: 0.5, height: 0.55 };

describe('the hint of the moment', () => {
  it('is none where all is well', () => {
    expect(tellHint(good, undefined, true)).toBeUndefined();
    expect(tellHint(good, [face], true)).toBeUndefined();
  });

  it.each([
    ['more-light', { ...good, ...dim }],
    ['less-light', { ...good, glare: 0.5 }],
    ['light-behind', { ...good, range: 20, scene: 230, behind: 150 }],
    ['hold-still', { ...good, movement: 0.2 }],
    ['wipe-lens', { ...good, detail: 0.1 }],
  ])('is %s by the levels', (hint, levels) => {
    expect(tellHint(levels, undefined, true)).toBe(hint);
  });

  it.each([
    ['a dark skin in good light', { ...good, range: 36 }],
    ['a dark skin before a white wall', { ...good, range: 46, scene: 230, behind: 140 }],
    ['a very pale skin that is not burnt out', { ...good, behind: -75 }],
  ])('is none for %s', (_, levels) => {
    expect(tellHint(levels, undefined, true)).toBeUndefined();
  });

  it.each([
    ['closer', [{ ...face, height: 0.2 }]],
    ['farther', [{ ...face, height: 0.95 }]],
    ['into-the-oval', [{ ...face, x: 0.85 }]],
    ['into-the-oval', []],
    ['one-face-only', [face, { ...face, x: 0.1, height: 0.4 }]],
  ])('is %s where the platform finds faces', (hint, faces) => {
    expect(tellHint(good, faces, true)).toBe(hint);
  });

  it('is not about somebody far behind', () => {
    expect(tellHint(good, [face, { ...face, x: 0.1, height: 0.1 }], true)).toBeUndefined();
  });

  it('never says to hold still or to move while a prompt has the person move', () => {
    expect(tellHint({ ...good, movement: 0.2, detail: 0.1 }, [{ ...face, x: 0.8 }], false)).toBeUndefined();
    expect(tellHint({ ...good, ...dim }, undefined, false)).toBe('more-light');
  });

  it('is one at a time, and the light comes before the rest', () => {
    expect(tellHint({ ...good, ...dim, movement: 0.2 }, undefined, true)).toBe('more-light');
  });
});
