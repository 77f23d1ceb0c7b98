import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { stepPatience } from '../console-runs/console.fixture.ts';
import { axeFindings } from '../screenshots/inspect/axe-findings.ts';
import { type DeskOf, type OfficerWorld, openOfficerWorld } from './officer.fixture.ts';

const chromium = inject('chromium');
const patience = 240_000;

/** An officer without a mouse and a citizen with a phone, from the closed door to colour: each test goes on where the one before ended. */
describe.skipIf(chromium === '')('a credential is raised at an acceptance point', () => {
  let world: OfficerWorld;
  let desk: DeskOf;
  let phone: Page;
  let guest: Page;
  let tester: Page;
  const faults: string[] = [];
  const watch = (page: Page) => {
    page.setDefaultTimeout(stepPatience);
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) faults.push(message.text());
    });
  };

  beforeAll(async () => {
    if (chromium === '') return;
    world = await openOfficerWorld(chromium);
    desk = await world.openDesk(await world.appoint(['p02', 'p03']));
    phone = await world.openPhone();
    for (const page of [desk.page, phone]) watch(page);
  }, patience);
  afterAll(async () => {
    await world?.close();
    expect(faults).toEqual([]);
  });

  /** Everything that the officer's browser has kept, and all that stands on the page. */
  const keptAt = (page: Page) =>
    page.evaluate(async () => {
      const opening = indexedDB.open('liangzheng-officer', 1);
      const db = await new Promise<IDBDatabase>((resolve) => {
        opening.onsuccess = () => resolve(opening.result);
      });
      const all = db.transaction('officer', 'readonly').objectStore('officer').getAll();
      const kept = await new Promise<unknown[]>((resolve) => {
        all.onsuccess = () => resolve(all.result);
      });
      db.close();
      const fields = [...document.querySelectorAll('input')].map(({ value }) => value);
      const stores = [localStorage, sessionStorage].map((store) => JSON.stringify({ ...store }));
      return [document.documentElement.outerHTML, ...fields, ...stores, JSON.stringify(kept)].join('\n');
    });

  it(
    'the door opens to a passkey whose owner is verified, and to nobody else',
    async () => {
      const { page, keyboard, keys } = desk;
      expect(await axeFindings(page)).toEqual([]);
      await keys[0]?.verifies(false);
      await keyboard.press('sign-in');
      await page.locator('[role=alert]', { hasText: '没有使用通行密钥' }).waitFor();
      await keys[0]?.verifies(true);
      await keyboard.againUntil('可以请下一位');
      expect(await page.locator('#who').textContent()).toContain('周予安');
      await page.reload();
      await keyboard.on('可以请下一位');
      expect(await keyboard.focused()).toBe('next');
    },
    patience,
  );

  it(
    'an appointment that the phone made is found by its six digits, and nobody’s name is',
    async () => {
      const { page, keyboard } = desk;
      await phone.goto(`${world.running.bffUrl}/pages/appointment/index`);
      await phone.locator('#place-search input').fill('演示市 东区');
      await phone.locator('#choose-acp_point-01').click();
      await phone.locator('#day-1').click();
      await phone.locator('#part-morning').click();
      const code = (await phone.locator('#appointment-code').innerText()).replace(/\s/gu, '');
      expect(code).toMatch(/^[0-9]{6}$/);
      await page.goto(`${world.url}#appointments`);
      await keyboard.type('code', code);
      await page.keyboard.press('Enter');
      await page.locator('#appointment', { hasText: '就是今天上午' }).waitFor();
      expect(await keptAt(page)).not.toContain(world.holder.person.name);
      await phone.locator('#cancel').click();
      await phone.locator('#cancel-yes').click();
      await phone.locator('#city-1').waitFor();
      await page.keyboard.press('Enter');
      await page.locator('[role=alert]', { hasText: '没有找到这个预约码' }).waitFor();
      await page.goto(`${world.url}#desk`);
      await keyboard.on('可以请下一位');
    },
    patience,
  );

  it(
    'Enter shows the code, on the second screen too; the phone scans it and nobody is named',
    async () => {
      const { page, keyboard } = desk;
      [guest] = await Promise.all([page.context().waitForEvent('page'), keyboard.press('guest-window')]);
      watch(guest);
      await keyboard.press('next');
      const shown = guest.locator('#qr[data-code]');
      await shown.waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await world.decides('pass');
      await phone.goto((await shown.getAttribute('data-code')) ?? '');
      await phone.locator('#agree').waitFor();
      await keyboard.on('办理人已扫码');
      expect(await keptAt(page)).not.toContain(world.holder.person.name);
      await phone.locator('#agree').click();
      await phone.locator('#without-voice').click();
      await phone.locator('#start-face').click();
    },
    patience,
  );

  it(
    'the card is read, sealed and gone; three questions are answered, and a passkey signs them',
    async () => {
      const { page, keyboard } = desk;
      const { name, idNumber } = world.holder.person;
      await keyboard.on('读取身份证');
      await keyboard.press('read-card');
      await page.locator('[role=alert]', { hasText: '读卡器上没有身份证' }).waitFor();
      await world.layCard('p01');
      await keyboard.press('read-card');
      await keyboard.on('与身份证上印的一样吗？');
      expect(await keptAt(page)).toContain(name);
      await keyboard.press('send-card');
      await keyboard.on('对照身份证和本人，作出决定');
      expect(await axeFindings(page)).toEqual([]);
      const left = await keptAt(page);
      for (const told of [name, idNumber, idNumber.slice(-8)]) expect(left).not.toContain(told);
      for (const id of ['faceMatches-true', 'cardGenuine-true', 'faceUnnatural-false', 'outcome-pass']) {
        await page.locator(`#${id}`).focus();
        await page.keyboard.press('Space');
      }
      await page.locator('#decide-send[aria-disabled=false]').waitFor({ timeout: patience });
      await keyboard.press('decide-send');
    },
    patience,
  );

  it(
    'both screens and the phone turn to colour at once',
    async () => {
      const { page, keyboard } = desk;
      await keyboard.on('已升级为彩色');
      await phone.locator('#result-state.result-passed').waitFor();
      await phone.locator('.credential-strict .credential-light').waitFor();
      expect(new URL(phone.url()).pathname).toBe('/pages/result/index');
      for (const screen of [page, guest])
        await expect.poll(() => screen.locator('body').getAttribute('data-tone')).toBe('pass');
      expect(await keyboard.focused()).toBe('next');
      const left = await keptAt(page);
      for (const told of Object.values(world.holder.person).filter((each) => typeof each === 'string'))
        if (told.length > 3) expect(left).not.toContain(told);
      await page.goto(`${world.url}#day`);
      await page.locator('dd').first().waitFor();
      expect(await page.locator('dd').first().textContent()).toBe('1');
    },
    patience,
  );

  /** The next holder scans and agrees; the phone then takes the face. */
  async function comes(at: Page): Promise<void> {
    await desk.page.goto(`${world.url}#desk`);
    await desk.keyboard.press('next');
    const shown = guest.locator('#qr[data-code]');
    await shown.waitFor();
    await at.goto((await shown.getAttribute('data-code')) ?? '');
    for (const id of ['agree', 'without-voice', 'start-face']) await at.locator(`#${id}`).click();
    await desk.keyboard.on('读取身份证');
  }
  async function answers(...ids: string[]): Promise<void> {
    const { page, keyboard } = desk;
    for (const id of ['faceMatches-true', 'cardGenuine-true', 'faceUnnatural-false', ...ids, 'outcome-pass'])
      await page.locator(`#${id}`).check();
    await page.locator('#decide-send[aria-disabled=false]').waitFor({ timeout: patience });
    await keyboard.press('decide-send');
  }

  it(
    'another name than the registered one is raised only where a second officer signs at this desk too',
    async () => {
      const { page, keyboard, keys } = desk;
      await world.decides('pass');
      await world.ponders(3000);
      await comes(phone);
      await keyboard.press('by-hand');
      await keyboard.type('card-name', '林知远');
      await keyboard.type('card-number', world.holder.person.idNumber);
      await keyboard.type('card-from', '20210301');
      await page.locator('#card-long-term').check();
      await keyboard.press('check-card');
      await keyboard.press('send-card');
      await keyboard.on('对照身份证和本人，作出决定');
      await answers('name-differs');
      await keyboard.on('请第二位受理员到这里确认');
      expect(await axeFindings(page)).toEqual([]);
      await keyboard.press('second');
      await page.locator('[role=alert]').waitFor();
      await keys[0]?.isTouched(false);
      await keys[1]?.isTouched(true);
      await keyboard.press('second');
      await keyboard.on('请亲自看过再确认');
      await answers();
      await keyboard.on('已升级为彩色');
      await phone.locator('#result-state.result-passed').waitFor();
      await keys[1]?.isTouched(false);
      await keys[0]?.isTouched(true);
    },
    patience,
  );

  it(
    'a card that is looked for fails nobody in silence: both are told that another officer looks',
    async () => {
      const { page, keyboard } = desk;
      tester = await world.openPhone(world.tester);
      watch(tester);
      await comes(tester);
      await world.layCard('flagged');
      await keyboard.press('read-card');
      await keyboard.press('send-card');
      await keyboard.on('对照身份证和本人，作出决定');
      await answers();
      await keyboard.on('等待另一位受理员复核');
      await tester.locator('#result-state.result-in-review').waitFor();
      expect(await tester.locator('#result-state').innerText()).toContain('需要复核');
      expect(await axeFindings(page)).toEqual([]);
    },
    patience,
  );

  it(
    'the other officer confirms it, of which the phone that lies open hears: it turns to colour by itself',
    async () => {
      const { page, keyboard, keys } = desk;
      await tester.goto(`${world.running.bffUrl}/pages/home/index`);
      await tester.locator('.credential-basic.credential-from-bff').waitFor();
      await keyboard.press('end-shift');
      await keyboard.on('登录上班');
      await keys[0]?.isTouched(false);
      await keys[1]?.isTouched(true);
      await keyboard.press('sign-in');
      await keyboard.on('可以请下一位');
      await page.goto(`${world.url}#reviews`);
      const found = page.locator('#cases .case', { hasText: '身份证有风险提示' });
      await found.locator('summary').click();
      await found.locator('[id$=-outcome-confirm]').check();
      await found.locator('[id$=-send]').click();
      await found.waitFor({ state: 'detached' });
      await tester.locator('.credential-strict.credential-from-bff').waitFor();
      await tester.locator('#notices').click();
      await tester.locator('#notice-raised').waitFor();
    },
    patience,
  );

  it(
    'the shift ends by a key, and with it the key of this browser',
    async () => {
      const { page, keyboard } = desk;
      expect(await keptAt(page)).toContain('"token":');
      await keyboard.press('end-shift');
      await keyboard.on('登录上班');
      await page.reload();
      await keyboard.on('登录上班');
      expect(await keptAt(page)).not.toContain('"token":');
    },
    patience,
  );
});
