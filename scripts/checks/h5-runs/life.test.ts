import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { scriptAuthority } from '../../stand-ins/phone/ask-sandbox.ts';
import { makeCitizen } from '../../stand-ins/phone/make-citizen.ts';
import { fillIn, signIn } from './ceremonies.fixture.ts';
import { type Clerk, openClerk } from './clerk.ts';
import { beChecked, type Holders, openHolders, showFace } from './holders.fixture.ts';

const chromium = inject('chromium');
const number = '13800000011';
const citizen = makeCitizen(811, '郑五');
/** Milliseconds for a whole test. */
const patience = 300_000;

/** One citizen with two phones and a counter page, in this order. */
describe.skipIf(chromium === '')('the life of a credential on two phones in Chromium', () => {
  let holders: Holders;
  let clerk: Clerk;
  let old: Page;
  let next: Page;
  /** When the first message went to the number: the next one goes a minute later. */
  let sent = 0;

  beforeAll(async () => {
    if (chromium === '') return;
    holders = await openHolders(chromium);
    clerk = await openClerk(chromium, holders.running.bffUrl);
    old = await holders.newPhone();
    next = await holders.newPhone();
  }, patience);
  afterAll(async () => {
    await clerk?.close();
    await holders?.close();
    expect(holders?.faults ?? []).toEqual([]);
  });

  const tap = (page: Page, id: string) => page.locator(`#${id}:visible`).first().click();
  const shows = (page: Page, selector: string) => page.locator(`${selector}:visible`).first().waitFor();
  const storedOn = (page: Page) => page.evaluate(() => Object.keys(localStorage).sort().join(' '));

  it(
    'is frozen by a tap, counts at no counter, and is thawed by the own face alone',
    async () => {
      await old.goto('/pages/apply/index');
      sent = Date.now();
      await signIn({ page: old }, holders.running, number);
      await fillIn({ page: old }, { ...citizen, silent: true });
      await scriptAuthority(holders.running, {
        name: 'stub-decision',
        outcome: 'pass',
        level: 'strict',
        times: 1,
      });
      expect(await showFace(old)).toBe('passed');
      await old.goto('/pages/manage/index');
      await tap(old, 'freeze');
      await tap(old, 'freeze-yes');
      await shows(old, '#done-freeze');
      await clerk.start();
      await old.goto(await clerk.scan());
      await shows(old, '#problem');
      await old.goto('/');
      await shows(old, '.credential-frozen');
      await tap(old, 'open-manage');
      await tap(old, 'unfreeze');
      await tap(old, 'unfreeze-yes');
      await tap(old, 'consent-face');
      await tap(old, 'own-face-next');
      await holders.decides('pass');
      expect(await showFace(old)).toBe('passed');
      await old.goto(await clerk.scan());
      await holders.decides('pass');
      expect(await beChecked(old, clerk)).toBe('passed');
      await clerk.sees('passed');
    },
    patience,
  );

  it(
    'stops on the old phone in the middle of a check as another one signs in: the counter hears that there is no result, the phone says why, and is wiped',
    async () => {
      await next.goto('/');
      await tap(next, 'apply');
      await pause(sent + limits.smsPause + 1_000 - Date.now());
      await clerk.start();
      await old.goto(await clerk.scan());
      await shows(old, '#agree');
      await clerk.sees('claimed');
      await signIn({ page: next }, holders.running, number);
      await Promise.all([shows(old, '#not-me'), clerk.sees('aborted')]);
      expect(await storedOn(old)).toBe(
        ['device-key', 'newest-key-list', 'place-lost'].map((name) => `liangzheng.${name}`).join(' '),
      );
    },
    patience,
  );

  it(
    'is brought along to the new phone by face, name and number: for basic at once, and not yet for strict, of which the old phone is told',
    async () => {
      await next.goto('/');
      await shows(next, '.credential-unusable');
      await tap(next, 'bring-along');
      await tap(next, 'move-begin');
      await tap(next, 'consent-face');
      await tap(next, 'consent-next');
      await next.locator('#name-input input').fill(citizen.name);
      await next.locator('#id-input input').fill(citizen.idNumber);
      await tap(next, 'identity-next');
      await holders.decides('pass');
      expect(await showFace(next)).toBe('passed');
      await next.goto('/');
      await shows(next, '.credential-basic.credential-from-bff');
      await clerk.start('gov-window');
      await next.goto(await clerk.scan());
      await shows(next, '#problem');
      await tap(old, 'not-me');
      await shows(old, '#notice-moved');
      await tap(old, 'dispute-no');
    },
    patience,
  );

  it(
    'is strict again a day later on the new phone, which is told, and counts at a window',
    async () => {
      await holders.running.setClock(limits.strictWait);
      await next.goto('/');
      await shows(next, '.credential-strict.credential-from-bff');
      await tap(next, 'notices');
      await shows(next, '#notice-strict-came');
      await clerk.start('gov-window');
      await next.goto(await clerk.scan());
      await holders.decides('pass');
      expect(await beChecked(next, clerk)).toBe('passed');
      await clerk.sees('passed');
    },
    patience,
  );

  it(
    'is disputed by the old phone, after a restart too, and says so on the new one; the operator sees that, and nobody',
    async () => {
      await next.goto('/');
      await old.goto('/');
      await tap(old, 'not-me');
      await shows(old, '#notice-strict-came');
      await tap(old, 'dispute-yes');
      await shows(old, '#dispute-number');
      await shows(next, '.credential-suspended');
      await tap(next, 'notices');
      await shows(next, '#notice-disputed');
      await next.goto('/');
      await shows(next, '#notices');
      expect(await next.locator('#notices').innerText()).not.toContain('未读');
      const operator = await holders.console();
      await operator.goto('#/disputes');
      await shows(operator, '#disputes > li');
      expect(await operator.locator('#disputes > li').allInnerTexts()).toEqual([
        expect.stringContaining('在另一部手机登录的不是本人'),
      ]);
      const shown = await operator.locator('body').innerText();
      for (const person of [citizen.name, citizen.idNumber, number]) expect(shown).not.toContain(person);
    },
    patience,
  );
});
