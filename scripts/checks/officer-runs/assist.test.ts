import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { textsAtCounter } from '../../../shared/consent/texts-at-counter.ts';
import * as limits from '../../../shared/limits.ts';
import { appointOfficer, playRaise, sandboxCard } from '../../stand-ins/officer/play-raise.ts';
import { playCheck } from '../../stand-ins/phone/play-journey.ts';
import { readPerson } from '../../stand-ins/phone/read-people.ts';
import { stepPatience } from '../console-runs/console.fixture.ts';
import { scan, startCheck } from '../counter-runs/desk.fixture.ts';
import { endOn } from '../h5-runs/ceremonies.fixture.ts';
import { agreeByFace } from '../h5-runs/holders.fixture.ts';
import { axeFindings } from '../screenshots/inspect/axe-findings.ts';
import { appoint } from './appoint.ts';
import { type DeskOf, type OfficerWorld, openOfficerWorld } from './officer.fixture.ts';

const chromium = inject('chromium');
const patience = 240_000;
const pin = '271828';
const people = join(import.meta.dirname, '..', '..', 'people');

/** An attendant's browser and a clerk's, at one counter of a hotel. */
describe.skipIf(chromium === '')('a check without a face', () => {
  let world: OfficerWorld;
  let desk: DeskOf;
  let clerk: Page;

  beforeAll(async () => {
    if (chromium === '') return;
    world = await openOfficerWorld(chromium);
    const { running, holder } = world;
    const officer = await appointOfficer(running, await readPerson(people, 'p02'));
    await world.decides('pass');
    await playRaise(officer, holder, { card: sandboxCard('p01'), pin });
    const at = { rpId: 'rp_sandbox-hotel', counterId: 'cnt_sandbox-hotel-1' };
    desk = await world.openDesk([await appoint(running, 'p03', at)]);
    const context = await world.browser.newContext({
      ...{ viewport: { width: 1024, height: 768 }, locale: 'zh-CN', baseURL: running.bffUrl },
    });
    clerk = await context.newPage();
    for (const page of [desk.page, clerk]) page.setDefaultTimeout(stepPatience);
  }, patience);
  afterAll(() => world?.close());

  const stateIs = (state: string) => clerk.locator(`body[data-state=${state}]`).waitFor();
  /** All that the counter's screen shows at this moment, but for the code, times, references and how earlier checks ended. */
  const shown = () =>
    clerk.evaluate(() => {
      const told = (node: Node): unknown[] => {
        if (node instanceof Text) return [node.data.replace(/[0-9A-Z]{3}-[0-9A-Z]{3}|[0-9]+/g, '0').trim()];
        if (!(node instanceof Element) || ['qr', 'outcomes'].includes(node.id)) return [];
        const attributes = ['id', 'class', 'hidden', 'disabled', 'aria-label', 'data-state', 'data-tone'];
        const own = attributes.map((name) => node.getAttribute(name)?.replace(/[0-9]+/g, '0'));
        const inside = [...node.childNodes, ...(node.shadowRoot?.childNodes ?? [])].flatMap(told);
        return [[node.localName, ...own], ...inside].filter((each) => each !== '');
      };
      return told(document.body);
    });

  const steps = { assisted: new Map<string, unknown>(), ordinary: new Map<string, unknown>() };
  async function note(how: keyof typeof steps, state: string): Promise<void> {
    await stateIs(state);
    steps[how].set(state, await shown());
  }

  it(
    'goes by card and PIN to a pass, which the counter hears',
    async () => {
      const { page, keyboard } = desk;
      await keyboard.press('sign-in');
      await keyboard.on('人工协助：不用刷脸');
      await startCheck(clerk);
      await keyboard.press('reload');
      await page.locator('[id^="take-ses_"]').first().click();
      await keyboard.on('读取身份证');
      await world.layCard('p01');
      await keyboard.press('read-card');
      await keyboard.press('send-card');
      await page.locator('#way-voice').waitFor();
      const { title, words } = textsAtCounter.assist.voice;
      // What is read is what the authority records as read.
      for (const read of [title.zh, words.zh])
        expect(await page.locator('.ways').innerText()).toContain(read);
      await keyboard.press('way-pin');
      await note('assisted', 'claimed');
      await keyboard.on('请输入 6 位密码');
      expect(await axeFindings(page)).toEqual([]);
      await page.keyboard.type(pin);
      expect(await page.content()).not.toContain(pin);
      await keyboard.press('pin-done');
      await keyboard.on('请您看一眼，用通行密钥确认');
      for (const id of ['matches-true', 'genuine-true']) await page.locator(`#${id}`).check();
      await keyboard.press('sign-send');
      await keyboard.on('通过');
      await note('assisted', 'passed');
    },
    patience,
  );

  async function nextGuest(): Promise<void> {
    // What is pressed as soon as it is over may not have been meant for the next guest.
    await clerk.waitForTimeout(2 * limits.strayKey);
    await clerk.locator('#next').click();
    await stateIs('open');
  }

  it(
    'looks at the counter like any other, step by step',
    async () => {
      await nextGuest();
      await world.decides('pass');
      const ended = playCheck(world.holder.holder, await scan(clerk), {
        agrees: async () => {
          await note('ordinary', 'claimed');
          return true;
        },
      });
      expect((await ended).state).toBe('passed');
      await note('ordinary', 'passed');
      expect([...steps.assisted.keys()]).toEqual(['claimed', 'passed']);
      expect(steps.assisted).toEqual(steps.ordinary);
    },
    patience,
  );

  it(
    'stands among the records of the phone that has the credential, with where it was, and nobody else is told',
    async () => {
      // In a check of its own the phone states to which key its receipts are to be sealed.
      const phone = await world.openPhone();
      await nextGuest();
      await world.decides('pass');
      await phone.goto(await scan(clerk));
      await agreeByFace(phone);
      const typeWord = async (digits: string) => {
        await clerk.locator('#word').fill(digits);
        await clerk.locator('#word-form button[type=submit]').click();
      };
      expect((await endOn(phone, typeWord)).state).toBe('passed');

      await nextGuest();
      const { page, keyboard } = desk;
      await keyboard.press('next');
      await keyboard.press('reload');
      await page.locator('[id^="take-ses_"]').first().click();
      await world.layCard('p01');
      await keyboard.press('read-card');
      await keyboard.press('send-card');
      await keyboard.press('way-pin');
      await keyboard.on('请输入 6 位密码');
      await page.keyboard.type(pin);
      await keyboard.press('pin-done');
      await keyboard.on('请您看一眼，用通行密钥确认');
      for (const id of ['matches-true', 'genuine-true']) await page.locator(`#${id}`).check();
      await keyboard.press('sign-send');
      await stateIs('passed');

      await phone.goto(`${world.running.bffUrl}/pages/notices/index`);
      const told = phone.locator('#notice-assisted');
      await told.first().locator('[id^="record-"]').waitFor();
      // Of the first one the authority knew no key yet.
      expect((await told.allInnerTexts()).map((text) => text.includes('在哪里办的不会保存'))).toEqual([
        false,
        true,
      ]);
      expect(await axeFindings(phone)).toEqual([]);
      await told.first().locator('[id^="record-"]').click();
      const card = phone.locator('.card', { hasText: '在柜台，用身份证' });
      await card.locator('[id^="details-"]').click();
      const record = await card.innerText();
      for (const said of ['演示酒店', '酒店入住', '通过', '认证方已确认', '办理入住', '没有姓名、号码和照片'])
        expect(record).toContain(said);
      for (const act of ['not-me', 'asked-more'])
        expect(await card.locator(`[id^="${act}-"]`).count()).toBe(1);
      // The records look for it themselves, also where nobody opens the notices.
      await phone.goto(`${world.running.bffUrl}/pages/records/index`);
      await phone.locator('.card', { hasText: '在柜台，用身份证' }).waitFor();
    },
    patience,
  );
});
