import { describe, expect, it } from 'vitest';
import { planPictures } from './plan.ts';
import { allScenes } from './scenes/all-scenes.ts';
import { styles } from './styles.ts';

const plan = planPictures(allScenes, styles, 'usual');
const picturesOf = (parts: typeof plan) =>
  parts.flatMap(({ style, scenes }) => scenes.map(({ name }) => ({ style: style.name, name })));
const taken = picturesOf(plan);

describe('the pictures of each run', () => {
  it('are no more than 220', () => {
    expect(taken.length).toBeLessThanOrEqual(220);
  });
  it('show each state at least twice, in two styles', () => {
    for (const { name } of allScenes.filter(({ seldom }) => seldom !== true))
      expect(taken.filter((each) => each.name === name).length, name).toBeGreaterThanOrEqual(2);
  });
  it('show each style on several pages', () => {
    for (const { name } of styles)
      expect(taken.filter(({ style }) => style === name).length, name).toBeGreaterThanOrEqual(3);
  });
});

it('show each state once in the short form, as they would else, and each style among them', () => {
  const short = picturesOf(planPictures(allScenes, styles, 'short'));
  expect(taken).toEqual(expect.arrayContaining(short));
  expect(short.map(({ name }) => name).sort()).toEqual([...new Set(taken.map(({ name }) => name))].sort());
  expect(new Set(short.map(({ style }) => style))).toEqual(new Set(styles.map(({ name }) => name)));
});

it('take of what is seldom looked at nothing', () => {
  expect(taken.some(({ name }) => name.startsWith('console-'))).toBe(false);
});

it('takes each state in each style where everything is asked for', () => {
  const ofPhones = allScenes.filter(({ phone }) => phone !== 'counter').length;
  const [part] = planPictures(allScenes, styles, 'everything').filter(({ style }) => style.name === 'dark');
  expect(part?.scenes.length).toBe(ofPhones);
});
