import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readPerson } from '../../stand-ins/phone/read-people.ts';
import { stepPatience } from '../console-runs/console.fixture.ts';
import { axeFindings } from '../screenshots/inspect/axe-findings.ts';
import { type DeskOf, type OfficerWorld, openOfficerWorld } from './officer.fixture.ts';

const chromium = inject('chromium');
const patience = 240_000;
const people = new URL('../../people', import.meta.url).pathname;

/** An officer without a mouse, a guardian with a phone, and who is with them: each test goes on where the one before ended. */
describe.skipIf(chromium === '')('a family member is bound at an acceptance point', () => {
  let world: OfficerWorld;
  let desk: DeskOf;
  let phone: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    if (chromium === '') return;
    world = await openOfficerWorld(chromium);
    desk = await world.openDesk(await world.appoint(['p03']));
    phone = await world.openPhone();
    await desk.page.context().grantPermissions(['camera']);
    for (const page of [desk.page, phone]) {
      page.setDefaultTimeout(stepPatience);
      page.on('pageerror', (error) => faults.push(String(error)));
    }
    const { keyboard } = desk;
    await keyboard.press('sign-in');
    await keyboard.on('可以请下一位');
  }, patience);
  afterAll(async () => {
    await world?.close();
    expect(faults).toEqual([]);
  });

  async function choose(...ids: string[]): Promise<void> {
    for (const id of ids) {
      await desk.page.locator(`#${id}`).focus();
      await desk.page.keyboard.press('Space');
    }
  }

  /** The guardian scans, agrees, and looks into the phone. */
  async function agree(): Promise<void> {
    const code = desk.page.locator('#qr[data-code]');
    await code.waitFor();
    await world.decides('pass');
    await phone.goto((await code.getAttribute('data-code')) ?? '');
    await phone.locator('#agree').click();
    await phone.locator('#without-voice').click();
    await phone.locator('#start-face').click();
  }

  /** The guardian's own card, before anything of the ward is asked. */
  async function readGuardian(id: string): Promise<void> {
    const { page, keyboard } = desk;
    await keyboard.on('读取监护人的身份证');
    expect(await axeFindings(page)).toEqual([]);
    await world.layCard(id);
    await keyboard.press('read-card');
    await keyboard.on('与身份证上印的一样吗？');
    await keyboard.press('send-card');
  }

  async function decide(): Promise<void> {
    await choose('faceMatches-true', 'cardGenuine-true', 'faceUnnatural-false', 'outcome-pass');
    await desk.page.locator('#decide-send[aria-disabled=false]').waitFor({ timeout: patience });
    expect(await axeFindings(desk.page)).toEqual([]);
    await desk.keyboard.press('decide-send');
  }

  it(
    'a child by the birth certificate, which is sealed and gone; the slip is for who has no phone',
    async () => {
      const { page, keyboard } = desk;
      const child = await readPerson(people, 'c02');
      expect(await axeFindings(page)).toEqual([]);
      await keyboard.press('bind-child');
      await agree();
      await readGuardian(world.holder.person.id);
      await keyboard.on('家人是谁，可以办什么');
      expect(await page.content()).not.toContain(world.holder.person.name);
      await keyboard.press('terms-next');
      await page.locator('[role=alert]', { hasText: '请先回答这个问题' }).waitFor();
      await choose('relation-child', 'document-birth', 'scene-hotel', 'scene-hospital');
      expect(await axeFindings(page)).toEqual([]);
      await keyboard.press('terms-next');
      await keyboard.on('读取家人的出生医学证明');
      await keyboard.type('card-name', child.name);
      await keyboard.type('card-number', child.idNumber);
      await keyboard.type('paper-number', 'B12345678');
      expect(await axeFindings(page)).toEqual([]);
      await keyboard.press('check-card');
      await keyboard.on('与证件上印的一样吗？');
      await keyboard.press('send-card');
      await keyboard.on('对照证件和两位本人，作出决定');
      expect(await page.content()).not.toContain(child.name);
      await decide();
      await keyboard.on('亲属关系已绑定');
      await phone.locator('#result-state.result-passed').waitFor();
      await page.locator('#print-slip').waitFor();
      await page.emulateMedia({ media: 'print' });
      const slip = await page.locator('.slip').innerText();
      expect(slip).toContain('酒店入住');
      expect(slip).not.toContain(child.name);
      await page.emulateMedia({ media: 'screen' });
      await keyboard.press('clear');
    },
    patience,
  );

  it(
    'somebody of 16 or more by the card, the own face before this camera, and the own consent',
    async () => {
      const { page, keyboard } = desk;
      await keyboard.press('bind-grown');
      await agree();
      await readGuardian(world.holder.person.id);
      await keyboard.on('拍摄家人本人的脸');
      await keyboard.press('take-face');
      await keyboard.on('家人是谁，可以办什么');
      await choose('relation-parent', 'scene-hotel');
      await keyboard.press('terms-next');
      await page.locator('[role=alert]', { hasText: '本人没有同意' }).waitFor();
      await choose('consents');
      await keyboard.press('terms-next');
      await keyboard.on('读取家人的居民身份证');
      await world.layCard('p04');
      await keyboard.press('read-card');
      await keyboard.on('与身份证上印的一样吗？');
      await keyboard.press('send-card');
      await keyboard.on('对照证件和两位本人，作出决定');
      await decide();
      await keyboard.on('亲属关系已绑定');
      await keyboard.press('clear');
    },
    patience,
  );

  it(
    'nobody by the card of somebody else: the phone is told so, and the desk that nothing was bound',
    async () => {
      const { keyboard } = desk;
      const child = await readPerson(people, 'c02');
      await keyboard.press('bind-child');
      await agree();
      await readGuardian('p04');
      await keyboard.on('家人是谁，可以办什么');
      await choose('relation-child', 'document-birth', 'scene-hotel');
      await keyboard.press('terms-next');
      await keyboard.on('读取家人的出生医学证明');
      await keyboard.type('card-name', child.name);
      await keyboard.type('card-number', child.idNumber);
      await keyboard.type('paper-number', 'B12345678');
      await keyboard.press('check-card');
      await keyboard.on('与证件上印的一样吗？');
      await keyboard.press('send-card');
      await keyboard.on('对照证件和两位本人，作出决定');
      await decide();
      await keyboard.on('没有绑定');
      await phone.locator('text=身份证与您网证上的登记对不上').waitFor();
      await keyboard.press('clear');
    },
    patience,
  );

  it(
    'who revokes alone, with the card and no phone, and the guardian reads that it ended',
    async () => {
      const { keyboard } = desk;
      await keyboard.press('revoke');
      await keyboard.on('读取身份证');
      await keyboard.press('read-card');
      await keyboard.on('与身份证上印的一样吗？');
      await keyboard.press('send-card');
      await keyboard.on('对照身份证和本人，作出决定');
      await decide();
      await keyboard.on('已经没有人替对方办理');
      await phone.goto(`${world.running.bffUrl}/pages/family/index`);
      await phone.locator('text=已结束').first().waitFor();
    },
    patience,
  );
});
