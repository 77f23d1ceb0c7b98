import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { markSvg } from '../../shared/ui/mark.ts';
import { imageOf, inksOf, inksOfPage } from '../../shared/ui/svg.ts';
import { type ColourName, colours } from '../../shared/ui/tokens.ts';
import { tokenFiles } from './write-tokens.ts';

const root = join(import.meta.dirname, '..', '..');

it.each(Object.entries(tokenFiles))('%s is what the tokens say', (path, render) => {
  expect(readFileSync(join(root, path), 'utf8')).toBe(render());
});

it('the counter page has the mark in its tab', () => {
  const page = readFileSync(join(root, 'bff/web/counter/index.html'), 'utf8');
  expect(page).toContain(`<link rel="icon" href="${imageOf(markSvg(inksOf('light')))}">`);
});

describe('what a browser shows before the app has come', () => {
  const opening = readFileSync(join(root, 'miniprogram/src/index.html'), 'utf8');

  it('has the mark, in its tab and in the page', () => {
    expect(opening).toContain(`<link rel="icon" href="${imageOf(markSvg(inksOf('light')))}" />`);
    const drawn = (svg: string) => svg.replaceAll(/(fill|stroke)="[^"]*"/g, '');
    expect(drawn(opening)).toContain(drawn(markSvg(inksOfPage)));
  });

  it('has no colour but those of the tokens', () => {
    const known: readonly string[] = Object.values(colours).flatMap((set) => Object.values(set));
    const used = [...opening.matchAll(/#[0-9a-f]{6}\b/g)].map(([hex]) => hex);
    expect(used.filter((hex) => !known.includes(hex))).toEqual([]);
    expect(used.length).toBeGreaterThan(4);
  });
});

describe.each(['light', 'dark'] as const)('in the %s set', (set) => {
  const of = (name: ColourName) => luminance(colours[set][name]);
  const contrast = (one: ColourName, other: ColourName) => {
    const [dark, bright] = [of(one), of(other)].sort((a, b) => a - b);
    return ((bright ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
  };

  it.each([
    ['ink', 'ground', 7],
    ['ink', 'surface', 7],
    ['ink-soft', 'ground', 4.5],
    ['ink-soft', 'surface', 4.5],
    ['edge', 'ground', 3],
    ['edge', 'surface', 3],
    ['action', 'ground', 7],
    ['action', 'action-tint', 4.5],
    ['on-action', 'action', 7],
    ['attention', 'attention-tint', 7],
    ['on-pass', 'pass', 7],
    ['on-fail', 'fail', 7],
    ['on-aged', 'aged', 7],
  ] as const)('%s stands out from %s by %s', (one, other, least) => {
    expect(contrast(one, other)).toBeGreaterThanOrEqual(least);
  });
});

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
