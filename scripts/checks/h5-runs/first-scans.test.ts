import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { BrowserPhone } from './browser-phone.ts';
import { agree, agreeAndCapture, applyOn, captureToEnd, signIn, stepPatience } from './ceremonies.fixture.ts';
import { type Reader, readerOf } from './citizen.fixture.ts';
import { type Clerk, openClerk } from './clerk.ts';
import { openWorld, type World } from './world.fixture.ts';

const chromium = inject('chromium');
/** Milliseconds for a whole test. */
const patience = 300_000;

/** One phone in this order: a newcomer's first scan, and the next one, by the same person, who reads large type. */
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
    'lead a newcomer by one scan through signing in and applying to a pass, while the counter needs more time',
    async () => {
      const { page } = phone;
      const scans: string[] = [];
      page.on('request', (request) => {
        if (request.isNavigationRequest() && isCode(request.url())) scans.push(request.url());
      });
      await page.goto(await clerk.scan());
      await page.waitForURL(/\/pages\/login\//, { timeout: stepPatience });
      await clerk.page.locator('#state', { hasText: '需要多一点时间' }).waitFor({ timeout: stepPatience });
      expect(await clerk.page.locator('body').getAttribute('data-state')).toBe('open');
      await clerk.page.locator('#extend').click();

      await signIn(phone, world.running, '13800000001');
      await page.locator('.problem-credential-missing').waitFor({ timeout: stepPatience });
      await page.locator('#apply-first').click();
      const applied = await applyOn(world, phone, { name: citizen.name, idNumber: citizen.idNumber });
      expect(applied, JSON.stringify(applied)).toMatchObject({ state: 'passed' });

      await page.locator('#back-to-check').click({ timeout: stepPatience });
      await page.locator('#agree').waitFor({ timeout: stepPatience });
      await clerk.sees('claimed');
      expect(await clerk.page.locator('#more-time').isVisible()).toBe(true);
      const said: string[] = [];
      const end = await agreeAndCapture(world, phone, async (digits) => {
        said.push(digits);
        await clerk.typeWord(digits);
      });
      expect(end, JSON.stringify(end)).toMatchObject({ state: 'passed' });
      await clerk.sees('passed');
      const reference = await page.locator('#reference').innerText();
      expect(await clerk.page.locator('#reference').innerText()).toContain(reference);
      expect(said).toEqual([expect.stringMatching(/^[0-9]{3}$/)]);
      expect(scans).toHaveLength(1);
    },
    patience,
  );

  it(
    'keep large type and language, chosen before the app has come, through scan, capture, verdict and reload',
    async () => {
      const { page } = phone;
      const app = Promise.withResolvers<void>();
      await page.route('**/js/*', async (route) => {
        await app.promise;
        await route.continue();
      });
      await page.goto(await clerk.scan(), { waitUntil: 'commit' });
      await page.locator('#landing-language').click({ timeout: stepPatience });
      await page.locator('#landing-type').click();
      await page.locator('#landing.large-type').waitFor();
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
      app.resolve();

      await expectLarge(page, '#agree');
      await page.unroute('**/js/*');
      await page.reload();
      await expectLarge(page, '#agree');
      await agree(phone);
      await expectLarge(page, '#start-face');
      const [end] = await Promise.all([
        captureToEnd(world, phone, clerk.typeWord),
        expectLarge(page, '.prompt-neutral'),
        expectLarge(page, '#digits'),
      ]);
      expect(end, JSON.stringify(end)).toMatchObject({ state: 'passed' });
      await clerk.sees('passed');
      await expectLarge(page, '.result-passed');
      await page.reload();
      await expectLarge(page, '.result-passed');
      const large = await sizeOfType(page);
      await page.locator('#type-size').click();
      await page.locator('.page-en:not(.large-type) .result-passed').waitFor({ timeout: stepPatience });
      expect(large).toBeGreaterThan(await sizeOfType(page));
    },
    patience,
  );
});

/** Whether the address is that of a counter's code. */
function isCode(url: string): boolean {
  return new URL(url).pathname.startsWith('/q/');
}

/** Waits until that stands on a page in English and in large type. */
async function expectLarge(page: Page, what: string): Promise<void> {
  await page.locator(`.page-en.large-type ${what}`).first().waitFor({ timeout: patience });
}

/** Pixels of the words that say how it ended. */
async function sizeOfType(page: Page): Promise<number> {
  const size = await page.locator('.verdict-word').evaluate((shown) => getComputedStyle(shown).fontSize);
  return Number.parseFloat(size);
}
