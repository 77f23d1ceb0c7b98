import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { beginCheck } from '../../../miniprogram/src/journey/begin.ts';
import { switchToStaff } from '../../../miniprogram/src/journey/switch-to-staff.ts';
import { hidePage } from '../hide-page.ts';
import { type DeskWorld, openDeskWorld, scan, startCheck } from './desk.fixture.ts';
import { clocksThatSleep, setWallClock, sleep } from './sleep.fixture.ts';

const chromium = inject('chromium');
const second = 1000;
const minute = 60 * second;
/** Milliseconds for a whole test, and for one step of a page on a busy machine. */
const patience = 300 * second;
const stepPatience = 60 * second;

describe.skipIf(chromium === '')('the counter page after a sleep', () => {
  let world: DeskWorld;
  let context: BrowserContext;
  let page: Page;
  const faults: string[] = [];
  /** What the session was that the page opened last. */
  let opened = '';

  beforeAll(async () => {
    if (chromium === '') return;
    world = await openDeskWorld(chromium);
    context = await world.openWindow(clocksThatSleep);
  }, patience);
  beforeEach(async () => {
    page = await context.newPage();
    page.on('pageerror', (fault) => faults.push(String(fault)));
    page.on('response', async (answer) => {
      if (answer.request().method() !== 'POST' || !answer.url().endsWith('/counter/v1/sessions')) return;
      const { sessionId }: { sessionId: string } = await answer.json();
      opened = sessionId;
    });
  });
  afterEach(async () => {
    await page.close();
    expect(faults).toEqual([]);
  });
  afterAll(() => world?.close());

  /** Starts a check. @returns its session, of which the page's answer may be read here a little after the page has */
  async function started(): Promise<string> {
    opened = '';
    await startCheck(page);
    await expect.poll(() => opened, { timeout: stepPatience }).not.toBe('');
    return opened;
  }

  /** The code that the page shows, once it does: it claims, and this counter's page hears of it. */
  async function expectLiveCode(): Promise<void> {
    const code = await scan(page);
    const journey = await beginCheck(world.phone.holder, code);
    await page.locator('body[data-state=claimed]').waitFor({ timeout: stepPatience });
    await switchToStaff(journey);
    await page.locator('body[data-state=declined]').waitFor({ timeout: stepPatience });
  }

  it.each([
    ['whose monotonic clock stood still', false],
    ['whose monotonic clock counted on', true],
  ])(
    'of ten minutes on a machine %s shows a live code of a new session, and no dead one before',
    async (_how, counts) => {
      const before = await started();
      const codes = watchCodes(page);
      await sleep(world, page, 10 * minute, counts);
      await expect.poll(() => opened, { timeout: stepPatience }).not.toBe(before);
      await expectLiveCode();
      expect(await codes).toBeLessThan(stepPatience);
    },
    patience,
  );

  it(
    'of a minute goes on with the session that is still open',
    async () => {
      const before = await started();
      await sleep(world, page, minute, false);
      await expectLiveCode();
      expect(opened).toBe(before);
    },
    patience,
  );

  it(
    'shows no code while the service is not there to tell the time, and one by itself once it is',
    async () => {
      await startCheck(page);
      await world.running.bff.kill('SIGTERM');
      await sleep(world, page, minute, false);
      await page.locator('#qr path.dark').waitFor({ state: 'detached', timeout: stepPatience });
      await page.locator('#lost').waitFor({ timeout: stepPatience });
      await world.running.bff.restart();
      await expectLiveCode();
      await page.locator('#lost').waitFor({ state: 'hidden', timeout: stepPatience });
    },
    patience,
  );

  it(
    'shows a live code though somebody set the clock of the machine by hand',
    async () => {
      const before = await started();
      await setWallClock(page, -3 * 60 * minute);
      await expectLiveCode();
      expect(opened).toBe(before);
    },
    patience,
  );

  it(
    'keeps the screen lit while a check is on, anew after the page was hidden, and lets it go dark after it',
    async () => {
      await page.addInitScript(noteScreenLocks);
      await startCheck(page);
      const held = () => page.evaluate(() => window.screenLocks?.filter(({ released }) => !released).length);
      await expect.poll(held, { timeout: stepPatience }).toBe(1);
      await hidePage(page, true);
      expect(await held()).toBe(0);
      // Longer than a tick of the page.
      await page.waitForTimeout(2 * second);
      expect(await held()).toBe(0);
      await hidePage(page, false);
      await expect.poll(held, { timeout: stepPatience }).toBe(1);
      await page.locator('#abandon').click();
      await expect.poll(held, { timeout: stepPatience }).toBe(0);
    },
    patience,
  );
});

/**
 * Milliseconds from the moment that the page is at work again until it shows a new code. Fails where the old one is not taken away at
 * once, or comes back.
 */
async function watchCodes(page: Page): Promise<number> {
  return await page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const shown = () => document.querySelector('#qr path.dark')?.getAttribute('d') ?? undefined;
        const atOnce = 3_000;
        // By the real clock: those of the page are set ahead.
        const now = () => document.timeline.currentTime ?? 0;
        let old = shown();
        let last = Number(now());
        let woke: number | undefined;
        const timer = setInterval(() => {
          const passed = Number(now()) - last;
          last += passed;
          if (passed > 3_500) woke = last;
          const code = shown();
          if (woke === undefined) old = code;
          else if (code === old && code !== undefined && last - woke > atOnce) {
            clearInterval(timer);
            reject(new Error('the old code is shown'));
          } else if (code !== undefined && code !== old) {
            clearInterval(timer);
            resolve(last - woke);
          }
        }, 20);
      }),
  );
}

/** Inside a page, before it runs: keeps every lock of the screen that the browser gives it. */
function noteScreenLocks(): void {
  const given: WakeLockSentinel[] = [];
  window.screenLocks = given;
  const request = navigator.wakeLock.request.bind(navigator.wakeLock);
  navigator.wakeLock.request = async (type) => {
    const lock = await request(type);
    given.push(lock);
    return lock;
  };
}
