import type { Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { BrowserPhone } from './browser-phone.ts';
import {
  agree,
  agreeAndCapture,
  captureToEnd,
  ceremonyPatience,
  fillIn,
  signIn,
  stepPatience,
} from './ceremonies.fixture.ts';
import { type Reader, readerOf } from './citizen.fixture.ts';
import { type Clerk, openClerk } from './clerk.ts';
import { readVault } from './read-vault.ts';
import { openWorld, type World } from './world.fixture.ts';

const chromium = inject('chromium');
/** Milliseconds for a whole test. */
const patience = 600_000;

/** One phone in this order: the first scan of a newcomer who reads large type, and the next one, by the same person. */
describe.skipIf(chromium === '')('the first scans of a phone', () => {
  let world: World;
  let citizen: Reader;
  let phone: BrowserPhone;
  let clerk: Clerk;

  beforeAll(async () => {
    if (chromium === '') return;
    world = await openWorld(chromium);
    citizen = await readerOf('p01');
    phone = await world.open('newcomer', citizen);
  }, patience);
  beforeEach(async () => {
    clerk = await openClerk(chromium, world.running.bffUrl);
    await clerk.start();
  }, patience);
  afterEach(async () => {
    await clerk.close();
    expect(phone.faults).toEqual([]);
  });
  afterAll(async () => {
    await phone?.close();
    await world?.close();
  });

  it(
    'lead a newcomer by one scan through signing in and applying to a pass, in large type all the way, while the counter needs more time',
    async () => {
      const { page } = phone;
      const scans: string[] = [];
      page.on('request', (request) => {
        if (request.isNavigationRequest() && isCode(request.url())) scans.push(request.url());
      });
      const app = await holdApp(page);
      await page.goto(await clerk.scan(), { waitUntil: 'commit' });
      await page.locator('#landing-type').click({ timeout: stepPatience });
      await page.locator('#landing.large-type').waitFor();
      await app.release();
      await page.waitForURL(/\/pages\/login\//, { timeout: stepPatience });
      await expectLarge(page, 'zh', 'input');
      await clerk.page.locator('#state', { hasText: '需要多一点时间' }).waitFor({ timeout: stepPatience });
      expect(await clerk.page.locator('body').getAttribute('data-state')).toBe('open');
      await clerk.page.locator('#extend').click();

      await signIn(phone, world.running, '13800000001');
      await expectLarge(page, 'zh', '.problem-credential-missing');
      await page.locator('#apply-first').click();
      await expectLarge(page, 'zh', '#consent-face');
      await fillIn(phone, { name: citizen.name, idNumber: citizen.idNumber });
      await expectLarge(page, 'zh', '#start-face');
      const applied = await captureToEnd(world, phone);
      expect(applied, JSON.stringify(applied)).toMatchObject({ state: 'passed' });
      await expectLarge(page, 'zh', '.result-passed');

      await page.locator('#back-to-check').click({ timeout: stepPatience });
      await expectLarge(page, 'zh', '#agree');
      await clerk.sees('claimed');
      expect(await clerk.page.locator('#more-time').isVisible()).toBe(true);
      const said: string[] = [];
      const end = await agreeAndCapture(world, phone, async (digits) => {
        await expectLarge(page, 'zh', '#word');
        said.push(digits);
        await clerk.typeWord(digits);
      });
      expect(end, JSON.stringify(end)).toMatchObject({ state: 'passed' });
      await clerk.sees('passed');
      await expectLarge(page, 'zh', '.result-passed');
      const reference = await page.locator('#reference').innerText();
      expect(await clerk.page.locator('#reference').innerText()).toContain(reference);
      expect(said).toEqual([expect.stringMatching(/^[0-9]{3}$/)]);
      expect(scans).toHaveLength(1);
    },
    patience,
  );

  it(
    'keep large type of the scan before, and the language that is chosen before the app has come, through capture, verdict and reload; logging out takes the records',
    async () => {
      const { page } = phone;
      const app = await holdApp(page);
      await page.goto(await clerk.scan(), { waitUntil: 'commit' });
      await page.locator('#landing.large-type #landing-language').click({ timeout: stepPatience });
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
      await app.release();

      await expectLarge(page, 'en', '#agree');
      await page.reload();
      await expectLarge(page, 'en', '#agree');
      await agree(phone);
      await expectLarge(page, 'en', '#start-face');
      const [end] = await Promise.all([
        captureToEnd(world, phone, clerk.typeWord),
        passesInLarge(page, 'en', '.prompt-neutral'),
        passesInLarge(page, 'en', '#digits'),
      ]);
      expect(end, JSON.stringify(end)).toMatchObject({ state: 'passed' });
      await clerk.sees('passed');
      await expectLarge(page, 'en', '.result-passed');
      await page.reload();
      await expectLarge(page, 'en', '.result-passed');
      const large = await sizeOfType(page);
      await page.locator('#type-size').click();
      await page.locator('.page-en:not(.large-type) .result-passed').waitFor({ timeout: stepPatience });
      expect(large).toBeGreaterThan(await sizeOfType(page));

      expect((await readVault(page)).opened[0]).toMatch(/"passed".*"passed"/);
      await page.goto(`${world.running.bffUrl}/pages/settings/index`);
      await page.locator('#log-out').click({ timeout: stepPatience });
      await page.locator('#log-out-yes').click();
      await page.locator('#apply').waitFor({ timeout: stepPatience });
      expect(await readVault(page)).toEqual({ records: 0, seen: '', keys: [], opened: [] });
    },
    patience,
  );
});

/** Whether the address is that of a counter's code. */
function isCode(url: string): boolean {
  return new URL(url).pathname.startsWith('/q/');
}

/** The landing page stands, and the app behind it does not come until it is let. */
async function holdApp(page: Page): Promise<{ release(): Promise<void> }> {
  const held: Route[] = [];
  let holds = true;
  await page.route('**/js/*', async (route) => {
    if (holds) held.push(route);
    else await route.continue();
  });
  return {
    async release() {
      holds = false;
      await Promise.all(held.map((route) => route.continue()));
    },
  };
}

/** Waits until that stands on a page in this language and in large type. */
async function expectLarge(page: Page, language: 'zh' | 'en', what: string): Promise<void> {
  await page.locator(`.page-${language}.large-type ${what}`).first().waitFor({ timeout: ceremonyPatience });
}

/**
 * Waits until that has stood on a page in this language and in large type, were it for a moment: each frame is looked at, where a locator looks
 * every half second and misses what goes on sooner.
 */
async function passesInLarge(page: Page, language: 'zh' | 'en', what: string): Promise<void> {
  await page.waitForFunction(
    (selector) => (document.querySelector(selector)?.getClientRects().length ?? 0) > 0,
    `.page-${language}.large-type ${what}`,
    { polling: 'raf', timeout: ceremonyPatience },
  );
}

/** Pixels of the words that say how it ended. */
async function sizeOfType(page: Page): Promise<number> {
  const size = await page.locator('.verdict-word').evaluate((shown) => getComputedStyle(shown).fontSize);
  return Number.parseFloat(size);
}
