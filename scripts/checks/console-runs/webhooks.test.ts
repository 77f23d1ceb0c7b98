import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startReceiver, type WebhookReceiver } from '../../stand-ins/webhook-receiver/receiver.ts';
import { axeFindings } from '../screenshots/inspect/axe-findings.ts';
import { type ConsoleWorld, keyboardOf, openConsoleWorld, stepPatience } from './console.fixture.ts';

const chromium = inject('chromium');
const patience = 300_000;
const soon = { timeout: stepPatience };
/** All tries of a delivery, with the rests between them that no haste makes shorter. */
const untilGivenUp = { timeout: 3 * stepPatience, interval: 500 };

/** An operator without a mouse, what the service needs, and a webhook from its first day to its last. */
describe.skipIf(chromium === '')('in the console', () => {
  let world: ConsoleWorld;
  let receiver: WebhookReceiver;
  let page: Page;
  let keyboard: ReturnType<typeof keyboardOf>;

  beforeAll(async () => {
    if (chromium === '') return;
    world = await openConsoleWorld(chromium);
    receiver = await startReceiver();
    ({ page } = await world.openDevice());
    keyboard = keyboardOf(page);
    await page.goto(await world.invite('First'));
    await keyboard.type('passkey-name', 'Laptop');
    await keyboard.press('enrol-send');
    await keyboard.on('概况');
  }, patience);
  afterAll(async () => {
    receiver?.close();
    await world?.close();
  });

  const takeSecret = async () => {
    const shown = page.locator('.once input');
    await shown.waitFor();
    const secret = await shown.inputValue();
    receiver.trust(secret);
    return secret;
  };
  /** Reads the deliveries anew until they are as wanted, the newest first. */
  const until = async (wanted: RegExp[]) =>
    expect
      .poll(async () => {
        await keyboard.press('reload-deliveries');
        const words = await deliveriesOn(page).allTextContents();
        return words.length === wanted.length && wanted.every((word, at) => word.test(words[at] ?? ''));
      }, untilGivenUp)
      .toBe(true);

  it(
    'health stands by name with the time of the look, and figures in tables',
    async () => {
      await page.locator('#checks [data-is=up]').nth(2).waitFor();
      expect(await page.locator('#checks li').allTextContents()).toEqual([
        '数据库正常',
        '磁盘空间正常',
        '认证方正常',
      ]);
      expect(await page.locator('#looked-at').textContent()).toMatch(/查看时间 \d+:\d{2}:\d{2}/);
      expect(await axeFindings(page)).toEqual([]);
      await world.running.authority.kill('SIGTERM');
      await page.locator('[data-check=authority][data-is=down]', { hasText: '再联系认证方' }).waitFor();
      expect(await page.locator('#spoken').textContent()).toContain('认证方');
      expect(await axeFindings(page)).toEqual([]);
      await world.running.authority.restart();
      await page.locator('[data-check=authority][data-is=up]').waitFor();
      await page.goto(`${world.url}#/figures`);
      await keyboard.on('运行数据');
      await page.locator('table', { hasText: '请求' }).first().waitFor();
      expect(await page.locator('#since').textContent()).toMatch(/本进程，自 .+ 起/);
      expect(await page.locator('tbody th', { hasText: '运营人员' }).count()).toBe(1);
      expect(await axeFindings(page)).toEqual([]);
    },
    patience,
  );

  it(
    'a webhook is added; its secret is shown once, and its test arrives',
    async () => {
      await page.goto(`${world.url}#/rps/rp_sandbox-hotel/webhooks`);
      await keyboard.type('webhook-name', '前台 Front desk');
      await keyboard.type('url', `${receiver.url}/`);
      await keyboard.press('new-webhook-send');
      expect(await takeSecret()).toMatch(/^whsec_/);
      expect(await axeFindings(page)).toEqual([]);
      await page.locator('.list a').first().click();
      await keyboard.on('Webhook 与投递');
      expect(await page.locator('.once').count()).toBe(0);
      await keyboard.press('test');
      await deliveriesOn(page).first().waitFor();
      await until([/已送达.* · 204/]);
      expect(receiver.taken).toHaveLength(1);
      expect(await axeFindings(page)).toEqual([]);
    },
    patience,
  );

  it(
    'its secret is rotated: what is sent then fits the new one',
    async () => {
      await keyboard.press('rotate-secret');
      expect(await takeSecret()).toMatch(/^whsec_/);
      await keyboard.press('test');
      await until([/已送达/, /已送达/]);
      expect(receiver.taken).toHaveLength(2);
    },
    patience,
  );

  it(
    'what failed is shown with its cause, and sent again once its receiver is well',
    async () => {
      receiver.behave('fail');
      await keyboard.press('test');
      await until([/已放弃.*500/, /已送达/, /已送达/]);
      expect(await axeFindings(page)).toEqual([]);
      receiver.behave('ok');
      await deliveriesOn(page).first().getByRole('button', { name: '重发' }).press('Enter');
      await until([/已送达/, /已送达/, /已送达/]);
      expect(receiver.taken).toHaveLength(3);
    },
    patience,
  );

  it(
    'it is revoked by a second press, and nothing can be sent to it any more',
    async () => {
      await keyboard.press('revoke-webhook');
      await page.locator('#revoke-webhook.armed').waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.facts', { hasText: '已吊销' }).waitFor();
      expect(await page.locator('#test').count()).toBe(0);
      await expect.poll(keyboard.focused, soon).toBe('title');
      expect(await axeFindings(page)).toEqual([]);
    },
    patience,
  );
});

function deliveriesOn(page: Page) {
  return page.locator('section[aria-labelledby=deliveries] .list > li');
}
