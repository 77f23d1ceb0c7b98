import { describe, expect, it } from 'vitest';
import { markSvg } from './mark.ts';
import { pictureLayers, pictureNames, pictureSvg } from './pictures.ts';
import { imageOf, inksOf, inksOfPage } from './svg.ts';
import { symbolNames, symbolSvg } from './symbols.ts';
import { colours } from './tokens.ts';

const largest = 2000;
const light = inksOf('light');
const colour = /(?:fill|stroke)="(?!none")([^"]+)"/g;

describe.each(pictureNames)('the picture %s', (name) => {
  it('is below 2 KB, inline, as an image and as layers of images', () => {
    const { still, moving } = pictureLayers(name, light);
    for (const drawn of [pictureSvg(name, light), pictureSvg(name, inksOfPage)])
      expect(drawn.length).toBeLessThan(largest);
    expect(imageOf(pictureSvg(name, light)).length).toBeLessThan(largest);
    expect(imageOf(still).length + imageOf(moving).length).toBeLessThan(2 * largest);
  });

  it('keeps still for who asked for less motion, and shows where it would have moved to', () => {
    const { moved } = pictureLayers(name, light);
    const [, calm] = pictureSvg(name, light).split('@media (prefers-reduced-motion:reduce)');
    expect(calm).toContain(`animation:none;transform:${moved}`);
    const still = pictureSvg(name, light, 'still');
    expect(still).toContain(`transform:${moved}`);
    expect(still).not.toContain('animation');
  });

  it('has no colour but its inks, in the light set and in the dark', () => {
    for (const set of ['light', 'dark'] as const) {
      const ofTokens: readonly string[] = Object.values(colours[set]);
      const used = [...pictureSvg(name, inksOf(set)).matchAll(colour)].map(([, value]) => value);
      expect(used.length).toBeGreaterThan(0);
      for (const value of used) expect(ofTokens).toContain(value);
    }
  });
});

it('no two pictures are drawn alike', () => {
  expect(new Set(pictureNames.map((name) => pictureSvg(name, light).replaceAll(name, ''))).size).toBe(
    pictureNames.length,
  );
});

it('the mark is small enough to stand in a page, and is lit in the colour that is for nothing else', () => {
  expect(imageOf(markSvg(light)).length).toBeLessThan(1000);
  expect(markSvg(light)).toContain(colours.light.lit);
});

it('an image fits into a style attribute and into url(), whatever is drawn', () => {
  const drawn = [markSvg(light), ...pictureNames.map((name) => pictureSvg(name, light))];
  for (const svg of [...drawn, ...symbolNames.map((name) => symbolSvg(name))])
    expect(imageOf(svg)).toMatch(/^data:image\/svg\+xml,[^;'"()\s#]+$/);
});

it('the drawings say nothing to a screen reader by themselves', () => {
  for (const svg of [markSvg(light), pictureSvg('nod', light), symbolSvg('tick')])
    expect(svg).toMatch(/^<svg [^>]*aria-hidden="true"/);
});
