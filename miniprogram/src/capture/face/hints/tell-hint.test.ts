import { describe, expect, it } from 'vitest';
import type { Levels } from './measure-sight.ts';
import { tellHint } from './tell-hint.ts';

const good: Levels = { face: 100, around: 100, glare: 0, detail: 0.7, movement: 1 };
const face = { x: 0.5, y: 0.5, height: 0.55 };

describe('the hint of the moment', () => {
  it('is none where all is well', () => {
    expect(tellHint(good, undefined, true)).toBeUndefined();
    expect(tellHint(good, [face], true)).toBeUndefined();
  });

  it.each([
    ['more-light', { ...good, face: 30, around: 40 }],
    ['less-light', { ...good, face: 225 }],
    ['less-light', { ...good, glare: 0.5 }],
    ['light-behind', { ...good, face: 60, around: 200 }],
    ['hold-still', { ...good, movement: 20 }],
    ['wipe-lens', { ...good, detail: 0.1 }],
  ])('is %s by the levels', (hint, levels) => {
    expect(tellHint(levels, undefined, true)).toBe(hint);
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
    expect(tellHint({ ...good, movement: 20, detail: 0.1 }, [{ ...face, x: 0.8 }], false)).toBeUndefined();
    expect(tellHint({ ...good, face: 30, around: 30 }, undefined, false)).toBe('more-light');
  });

  it('is one at a time, and the light comes before the rest', () => {
    expect(tellHint({ ...good, face: 30, around: 30, movement: 20 }, undefined, true)).toBe('more-light');
  });
});
