import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { axeFindings } from '../screenshots/inspect/axe-findings.ts';
import { type ConsoleWorld, keyboardOf, openConsoleWorld, stepPatience } from './console.fixture.ts';

const chromium = inject('chromium');
const patience = 300_000;

/** An operator without a mouse, from the link on: each test goes on where the one before ended. */
describe.skipIf(chromium === '')('an operator comes in', () => {
  let world: ConsoleWorld;
  let page: Page;
  let device: Awaited<ReturnType<ConsoleWorld['openDevice']>>['device'];
  let keyboard: ReturnType<typeof keyboardOf>;
  let link: string;

  beforeAll(async () => {
    if (chromium === '') return;
    world = await openConsoleWorld(chromium);
    ({ page, device } = await world.openDevice());
    keyboard = keyboardOf(page);
  }, patience);
  afterAll(() => world?.close());

  it(
    'is led from the address of this machine to its name, and finds a closed door',
    async () => {
      await page.goto(`${world.running.bffUrl}/console`);
      await keyboard.on('登录控制台');
      expect(page.url()).toMatch(/^http:\/\/localhost:\d+\/console$/);
      await expect.poll(keyboard.focused, { timeout: stepPatience }).toBe('title');
      expect(await axeFindings(page)).toEqual([]);
    },
    patience,
  );

  it(
    'follows a link, whose secret leaves the address at once, and is refused while the finger does not fit',
    async () => {
      link = await world.invite('王芳 Wang Fang');
      await page.goto('about:blank');
      await page.goto(link);
      await keyboard.on('成为运营人员');
      expect(page.url()).not.toContain('#');
      expect(await axeFindings(page)).toEqual([]);
      await device.verifies(false);
      await keyboard.type('passkey-name', 'Laptop');
      await keyboard.press('enrol-send');
      await page.locator('[role=alert]', { hasText: '没有使用通行密钥' }).waitFor();
      expect(await keyboard.focused()).toBe('enrol-send');
    },
    patience,
  );

  it(
    'enrols by a passkey and is in',
    async () => {
      await device.verifies(true);
      await keyboard.againUntil('概况');
      expect(await page.locator('#who').textContent()).toBe('王芳');
    },
    patience,
  );

  it(
    'signs out, and in again by the passkey alone',
    async () => {
      await keyboard.press('sign-out');
      await keyboard.on('登录控制台');
      await device.verifies(false);
      await keyboard.press('sign-in');
      await page.locator('[role=alert]', { hasText: '没有使用通行密钥' }).waitFor();
      expect(await keyboard.focused()).toBe('sign-in');
      await device.verifies(true);
      await keyboard.againUntil('概况');
    },
    patience,
  );

  it(
    'finds a used link closed, with what to do next',
    async () => {
      const other = await world.openDevice();
      await other.page.goto(link);
      const stranger = keyboardOf(other.page);
      await stranger.type('passkey-name', 'Thief');
      await stranger.press('enrol-send');
      await other.page.locator('[role=alert]', { hasText: '这个链接已失效' }).waitFor();
      await other.page.locator('[role=alert]', { hasText: '重新发一个链接' }).waitFor();
    },
    patience,
  );

  it(
    'invites another operator; the link is shown once, and is whole for a screen reader',
    async () => {
      await page.goto(`${world.url}#/operators`);
      await keyboard.on('运营人员');
      await keyboard.type('operator-name', '李强');
      await keyboard.press('invite-send');
      const shown = page.locator('.once input');
      await shown.waitFor();
      expect(await shown.inputValue()).toMatch(/^http:\/\/localhost:\d+\/console#enrol=[\w-]{43}$/);
      expect(await axeFindings(page)).toEqual([]);
      await page.reload();
      await keyboard.on('运营人员');
      expect(await shown.count()).toBe(0);
    },
    patience,
  );

  it(
    'reads in English and in large type, and the page stays as it was',
    async () => {
      await keyboard.press('language');
      await keyboard.on('Operators');
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
      expect(await keyboard.focused()).toBe('language');
      await keyboard.press('large-type');
      await page.reload();
      await keyboard.on('Operators');
      expect(await page.locator('#large-type').getAttribute('aria-pressed')).toBe('true');
      await keyboard.press('large-type');
      await keyboard.press('language');
    },
    patience,
  );
});
