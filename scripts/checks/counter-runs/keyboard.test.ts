import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { beginCheck } from '../../../miniprogram/src/journey/begin.ts';
import { switchToStaff } from '../../../miniprogram/src/journey/switch-to-staff.ts';
import * as limits from '../../../shared/limits.ts';
import { scriptAuthority } from '../../stand-ins/phone/ask-sandbox.ts';
import { playJourney } from '../../stand-ins/phone/play-journey.ts';
import { zoomedFindings } from '../zoomed-findings.ts';
import { type DeskWorld, openDeskWorld, scan } from './desk.fixture.ts';
import { type Heard, hearTones } from './heard-tones.ts';

const chromium = inject('chromium');
const second = 1000;
/** Milliseconds for a whole test, and for one step of a page on a busy machine. */
const patience = 300 * second;
const stepPatience = 60 * second;
/** No page has more places for the focus. */
const places = 40;
/** A window of 1280x800 at 200 %. */
const zoomed = { width: 640, height: 400 };

/** One clerk without a mouse, through a morning: each test goes on where the one before ended. */
describe.skipIf(chromium === '')('the counter page by keyboard alone', () => {
  let world: DeskWorld;
  let page: Page;
  let heard: () => Promise<Heard>;

  beforeAll(async () => {
    if (chromium === '') return;
    world = await openDeskWorld(chromium);
    page = await (await world.openWindow()).newPage();
    heard = await hearTones(page);
  }, patience);
  afterAll(() => world?.close());

  const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
  const stateIs = (state: string) =>
    page.locator(`body[data-state=${state}]`).waitFor({ timeout: stepPatience });

  /** Moves the focus on until it is there. */
  async function moveTo(id: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    for (let i = 0; i < places; i++) {
      if ((await focused()) === id) return;
      await page.keyboard.press(key);
    }
    throw new Error(`no way to ${id} by ${key}`);
  }
  /** A key that is pressed as soon as something appears may not have been meant for it. */
  const look = () => new Promise((resolve) => setTimeout(resolve, 2 * limits.strayKey));

  it('begins with the focus on the start, and is set up from there', async () => {
    await page.goto('/counter');
    await page.locator('#scenes input').first().waitFor();
    await expect.poll(focused, { timeout: stepPatience }).toBe('start');
    expect(await zoomedFindings(page, zoomed)).toEqual([]);
    await page.keyboard.press('Shift+Tab');
    await moveTo('purpose', 'Shift+Tab');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('#purpose').inputValue()).toBe('visit');
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('scene');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('#scenes input:checked').inputValue()).not.toBe('hotel');
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('#scenes input:checked').inputValue()).toBe('hotel');
  });

  it('starts a check by Enter', async () => {
    await moveTo('start');
    await page.keyboard.press('Enter');
    await stateIs('open');
    const element = page.locator('liangzheng-counter:defined');
    await element.locator('#qr path.dark').waitFor({ state: 'attached', timeout: stepPatience });
    expect(await focused()).toBe('state');
    expect(await zoomedFindings(page, zoomed)).toEqual([]);
  });

  it(
    'takes the counter word of a guest whose scan came late, as soon as it is typed, and sounds two notes at the pass',
    async () => {
      const code = await scan(page);
      await new Promise((resolve) => setTimeout(resolve, limits.counterCodeMaxAge + second));
      await scriptAuthority(world.running, { name: 'stub-decision', outcome: 'pass', times: 1 });
      const journey = await beginCheck(world.phone.holder, code);
      const ended = playJourney(journey, {
        async word(digits) {
          await expect.poll(focused, { timeout: stepPatience }).toBe('word');
          expect(await zoomedFindings(page, zoomed)).toEqual([]);
          expect(await heard()).toMatchObject({ notes: [], loudest: 0 });
          await page.keyboard.type(digits);
          await page.keyboard.press('Enter');
        },
      });
      await stateIs('passed');
      expect((await ended).state).toBe('passed');
      await expect.poll(focused).toBe('next');
      await expect
        .poll(heard)
        .toEqual({ notes: [660, 880], states: ['running'], loudest: expect.any(Number) });
      await expect.poll(async () => (await heard()).loudest).toBeGreaterThan(0.1);
      expect(await zoomedFindings(page, zoomed)).toEqual([]);
    },
    patience,
  );

  it(
    'goes on with the next guest by Enter, and with the ID card of one who has no phone',
    async () => {
      await look();
      await page.keyboard.press('Enter');
      await stateIs('open');
      await moveTo('staffed');
      await page.keyboard.press('Enter');
      await stateIs('declined');
      await expect.poll(focused).toBe('next');
    },
    patience,
  );

  it(
    'is told of a guest who switches to the staff on the phone, and loses no focus by it',
    async () => {
      await look();
      await page.keyboard.press('Enter');
      await stateIs('open');
      const journey = await beginCheck(world.phone.holder, await scan(page));
      await stateIs('claimed');
      await switchToStaff(journey);
      await stateIs('declined');
      await expect.poll(focused).toBe('next');
    },
    patience,
  );

  it('speaks the other language, and stays where it was', async () => {
    await moveTo('language');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(await focused()).toBe('language');
  });

  it(
    'remembers after a reload how it was set, and starts by one key',
    async () => {
      await moveTo('change', 'Shift+Tab');
      await page.keyboard.press('Enter');
      await page.reload();
      await expect.poll(focused, { timeout: stepPatience }).toBe('start');
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
      expect(await page.locator('#scenes input:checked').inputValue()).toBe('hotel');
      await page.keyboard.press('Enter');
      await stateIs('open');
    },
    patience,
  );
});
