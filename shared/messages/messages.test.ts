import { describe, expect, it } from 'vitest';
import { saidOf } from '../../miniprogram/src/pages/result/texts.ts';
import { texts as waiting } from '../../miniprogram/src/pages/waiting/texts.ts';
import { onlyHere, tell } from '../../miniprogram/src/pages/word/texts.ts';
import { clerkOf } from '../../miniprogram/src/parts/clerk-of.ts';
import { ceremonies } from '../ceremonies.ts';
import { counterStates } from '../sessions.ts';
import { fill } from './fill.ts';
import { peopleAt } from './people.ts';
import { integratorMessages } from './to-integrators.ts';
import { clerkMessages } from './to-the-clerk.ts';
import { guestMessages } from './to-the-guest.ts';
import { holderMessages } from './to-the-holder.ts';

const people = peopleAt('hotel', 'check-in');

describe('the table of messages', () => {
  it('has each state of a session for each audience at the counter, and for the log', () => {
    for (const table of [clerkMessages, guestMessages, integratorMessages])
      expect(Object.keys(table)).toEqual(expect.arrayContaining([...counterStates]));
    expect(Object.keys(guestMessages).sort()).toEqual(Object.keys(clerkMessages).sort());
  });

  it('is in Chinese and in English, and names nobody but by a place for the name', () => {
    const said = [clerkMessages, guestMessages, holderMessages].flatMap((table) =>
      Object.values(table).flatMap(({ title, hint }) => [title, hint]),
    );
    for (const { zh, en } of [...said, ...Object.values(integratorMessages)]) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^(\{Guest\}|[A-Z])[^\p{Script=Han}]+$/u);
      expect([zh, en].join()).not.toMatch(/场景|沙箱|判定|采集|⚠/);
    }
    for (const table of [clerkMessages, guestMessages, holderMessages])
      for (const message of Object.values(table))
        expect(JSON.stringify(fill(message, people))).not.toMatch(/\{\w+\}/);
  });

  it.each(['passed', 'failed', 'declined', 'cancelled', 'expired', 'aborted'] as const)(
    'tells the holder of "%s" what the phone itself tells',
    (state) => {
      const { word, next } = saidOf(state, ceremonies.verify);
      expect(holderMessages[state]).toEqual({ title: word, hint: next });
    },
  );

  it('tells the holder of the word and of the wait what the phone itself tells', () => {
    const { word, taken } = holderMessages;
    const staff = clerkOf('hotel');
    expect(word && fill(word, { ...people, staff })).toEqual({ title: tell(staff), hint: onlyHere(staff) });
    expect(taken).toEqual({ title: waiting.title, hint: waiting.calm });
  });

  it('tells the counter of a fail what is kind and nothing of why', () => {
    for (const table of [clerkMessages, guestMessages, holderMessages])
      expect(table.failed?.hint.zh).toMatch(/^这不代表.*有错/);
  });
});
