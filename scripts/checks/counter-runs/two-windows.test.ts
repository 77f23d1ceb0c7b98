import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { beginCheck } from '../../../miniprogram/src/journey/begin.ts';
import { switchToStaff } from '../../../miniprogram/src/journey/switch-to-staff.ts';
import { type DeskWorld, openDeskWorld, scan, startCheck } from './desk.fixture.ts';

const chromium = inject('chromium');
const second = 1000;
/** Milliseconds for a whole test, and for one step of a page on a busy machine. */
const patience = 300 * second;
const stepPatience = 60 * second;

/** One desk through a morning: each test goes on where the one before ended. */
describe.skipIf(chromium === '')('the two windows of a desk', () => {
  let world: DeskWorld;
  let window: BrowserContext;
  let clerk: Page;
  let guest: Page;

  beforeAll(async () => {
    if (chromium === '') return;
    world = await openDeskWorld(chromium);
    window = await world.openWindow();
    clerk = await window.newPage();
    await startCheck(clerk);
    [guest] = await Promise.all([window.waitForEvent('page'), clerk.locator('#guest-window').click()]);
  }, patience);
  afterAll(() => world?.close());

  /** Of the session that a code is for. */
  const tokenOf = (code: string) => code.split('.').at(-3);

  async function bothShow(state: string): Promise<void> {
    for (const page of [clerk, guest])
      await page.locator(`body[data-state=${state}]`).waitFor({ timeout: stepPatience });
  }

  it(
    'show one check: the guest scans what the second display shows, and both follow',
    async () => {
      await bothShow('open');
      const journey = await beginCheck(world.phone.holder, await scan(guest));
      await bothShow('claimed');
      await switchToStaff(journey);
      await bothShow('declined');
    },
    patience,
  );

  it(
    'go on with the next guest together, and the second one has a code of its own time',
    async () => {
      await expect.poll(() => clerk.evaluate(() => document.activeElement?.id)).toBe('next');
      await clerk.waitForTimeout(second);
      await clerk.keyboard.press('Enter');
      await bothShow('open');
      const journey = await beginCheck(world.phone.holder, await scan(guest));
      await bothShow('claimed');
      await switchToStaff(journey);
    },
    patience,
  );

  it(
    'go on after a reload of the clerk’s: with a new code where nobody had scanned, else with the same check',
    async () => {
      await bothShow('declined');
      await clerk.waitForTimeout(second);
      await clerk.locator('#next').click();
      await bothShow('open');
      const reference = await clerk.locator('#reference').textContent();
      const token = tokenOf(await scan(guest));
      await clerk.reload();
      await bothShow('open');
      expect(await clerk.locator('#reference').textContent()).not.toBe(reference);
      const shown = () => guest.evaluate(() => document.querySelector<SVGElement>('#qr')?.dataset.code ?? '');
      await expect.poll(async () => tokenOf(await shown()), { timeout: stepPatience }).not.toBe(token);
      const journey = await beginCheck(world.phone.holder, await scan(guest));
      await bothShow('claimed');
      await clerk.reload();
      await bothShow('claimed');
      await switchToStaff(journey);
      await bothShow('declined');
    },
    patience,
  );

  it(
    'do not show the check of another desk',
    async () => {
      await bothShow('declined');
      const other = await window.newPage();
      await startCheck(other, 'cnt_sandbox-hotel-2');
      await clerk.waitForTimeout(second);
      expect(await guest.evaluate(() => document.body.dataset.state)).not.toBe('open');
    },
    patience,
  );
});
