import { describe, expect, it } from 'vitest';
import { clerkOf } from '../miniprogram/src/parts/clerk-of.ts';
import { checkScopes } from './contract/access/device-authorization.ts';
import { PurposeSchema, SceneSchema } from './contract/schema.ts';
import { demandsWord, wordPolicies, wordPolicyOf } from './counter-word.ts';
import { levels } from './levels.ts';
import { peopleAt, peopleOf } from './messages/people.ts';
import {
  counterScenes,
  type Purpose,
  predicateOf,
  purposeFits,
  purposeNames,
  purposeText,
  sceneNames,
  scenes,
} from './scenes.ts';
import type { Text } from './text.ts';

const rows = sceneNames.map((scene) => ({ scene, purposes: scenes[scene].purposes as readonly Purpose[] }));

function expectBoth({ zh, en }: Text): void {
  expect(zh).toMatch(/\p{Script=Han}/u);
  expect(en).toMatch(/^[A-Za-z][^\p{Script=Han}]+$/u);
}

describe('the table of scenes', () => {
  it('has a row for each name, and a name for each row', () => {
    expect([...sceneNames].sort()).toEqual(Object.keys(scenes).sort());
  });

  it.each(rows)(
    '$scene: has a level, words, purposes with their words, and people',
    ({ scene, purposes }) => {
      expect(levels).toContain(scenes[scene].level);
      expectBoth(scenes[scene].text);
      expect(new Set(purposes).size).toBe(purposes.length);
      for (const purpose of purposes) {
        expectBoth(purposeText[purpose]);
        const { guest, staff, next } = peopleAt(scene, purpose);
        for (const words of [guest, staff, next]) expectBoth(words);
      }
      expectBoth(clerkOf(scene));
      expect(peopleOf[scene].staff.zh === '人' ? '对方' : peopleOf[scene].staff.zh).toBe(clerkOf(scene).zh);
    },
  );

  it.each(rows)('$scene: can be named in every contract', ({ scene, purposes }) => {
    expect(SceneSchema).toMatchObject({ enum: expect.arrayContaining([scene]) });
    expect(PurposeSchema).toMatchObject({ enum: expect.arrayContaining([...purposes]) });
    for (const purpose of purposes)
      expect(checkScopes.has(`${scene}:${purpose}`)).toBe(scenes[scene].openedBy === 'counter');
  });

  it.each(rows)('$scene: demands the word in every check where it is strict', (row) => {
    const fixed = scenes[row.scene].level === 'strict';
    for (const chosen of [undefined, ...wordPolicies]) {
      const policy = wordPolicyOf(row.scene, chosen);
      if (fixed) expect(demandsWord(policy, 'fresh')).toBe(true);
      else expect(policy).toBe(chosen ?? 'late');
    }
  });

  it('has each purpose in one scene alone', () => {
    const all = rows.flatMap(({ purposes }) => purposes);
    expect(all.toSorted()).toEqual(purposeNames.toSorted());
    for (const { scene, purposes } of rows)
      expect(purposeNames.filter((purpose) => purposeFits(scene, purpose)).toSorted()).toEqual(
        purposes.toSorted(),
      );
  });

  it('leaves the acceptance point to officers, and asks for an adult in net bars alone', () => {
    expect(sceneNames.filter((scene) => !counterScenes.includes(scene))).toEqual(['acceptance']);
    expect(sceneNames.filter((scene) => predicateOf(scene) === 'adult')).toEqual(['net-bar']);
    expect(predicateOf('')).toBeUndefined();
  });
});
