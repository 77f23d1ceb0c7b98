import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { makeCitizen } from '../../stand-ins/phone/make-citizen.ts';
import { fillIn } from './ceremonies.fixture.ts';
import { type Clerk, openClerk } from './clerk.ts';
import { beChecked, type Holders, openHolders, showFace } from './holders.fixture.ts';

const chromium = inject('chromium');
const patience = 240_000;

/** Holders who have lost something, and a counter page. */
describe.skipIf(chromium === '')('in Chromium', () => {
  let holders: Holders;
  let clerk: Clerk;

  beforeAll(async () => {
    if (chromium === '') return;
    holders = await openHolders(chromium);
    clerk = await openClerk(chromium, holders.running.bffUrl);
  }, patience);
  afterAll(async () => {
    await clerk?.close();
    await holders?.close();
    expect(holders?.faults ?? []).toEqual([]);
  });

  const tap = (page: Page, id: string) => page.locator(`#${id}:visible`).first().click();
  const shows = (page: Page, selector: string) => page.locator(`${selector}:visible`).first().waitFor();
  const checkedAtWindow = async (phone: Page) => {
    await clerk.start('gov-window');
    await phone.goto(await clerk.scan());
    await holders.decides('pass');
    return await beChecked(phone, clerk);
  };

  it(
    'a lost ID card fails at a window: the phone says why, the counter that it failed and nothing else; once found, it passes there',
    async () => {
      const phone = await holders.holder('card-lost', makeCitizen(851, '冯六'), 'strict');
      await phone.goto('/pages/manage/index');
      await tap(phone, 'report-card');
      await tap(phone, 'report-card-yes');
      await shows(phone, '#done-report-card');
      expect(await checkedAtWindow(phone)).toBe('failed');
      await clerk.sees('failed');
      expect(await phone.locator('#hints').innerText()).toContain('挂失');
      expect(await clerk.page.locator('body').innerText()).not.toMatch(/挂失|身份证丢/);
      await tap(phone, 'manage');
      await tap(phone, 'withdraw-card-report');
      await tap(phone, 'withdraw-card-report-yes');
      await tap(phone, 'consent-face');
      await tap(phone, 'consent-voice');
      await tap(phone, 'own-face-next');
      await holders.decides('pass');
      expect(await showFace(phone)).toBe('passed');
      expect(await checkedAtWindow(phone)).toBe('passed');
      await clerk.sees('passed');
    },
    patience,
  );

  it(
    'a lost phone is reported from another one: its credential is void at once, the lost one says so, and one applies anew on the other',
    async () => {
      const citizen = makeCitizen(852, '陈七');
      const lost = await holders.holder('phone-lost', citizen);
      // Who finds it reads what needs nobody signed in.
      await lost.goto('/pages/help/index');
      await shows(lost, '.step');
      const other = await holders.signedIn('phone-lost');
      await shows(lost, '#not-me');
      await other.goto('/');
      await tap(other, 'phone-lost');
      await tap(other, 'report-phone-yes');
      await shows(other, '#done-report-phone');
      expect(await other.locator('#credential-state').innerText()).toContain('已失效');
      await tap(lost, 'not-me');
      await lost.getByText('现在不能说明了').waitFor();
      await tap(other, 'apply');
      await holders.decides('pass');
      await fillIn({ page: other }, { ...citizen, silent: true });
      expect(await showFace(other)).toBe('passed');
      await other.goto('/');
      await shows(other, '.credential-basic.credential-from-bff');
    },
    patience,
  );
});
