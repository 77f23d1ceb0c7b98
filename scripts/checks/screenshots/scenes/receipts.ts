import type { Page } from 'playwright-core';
import type { Scene } from '../scene.ts';
import type { World } from '../world/world.ts';
import { scanAtHotel } from './check.ts';
import { come } from './console.ts';

const sums = [
  { rpId: 'rp_sandbox-hotel', month: '2027-01', reports: 15, card: 10, copy: 5 },
  { rpId: 'rp_sandbox-gov', month: '2026-12', reports: 5, face: 5 },
];

const disputes = [
  { disputeId: 'dsp_Qm9va3NhcmVmb3JldmVyMA', kind: 'check', day: '2027-01-15', state: 'open' },
  { disputeId: 'dsp_4h8Zk3mPq7Zk3mPq74h8Zg', kind: 'takeover', day: '2027-01-12', state: 'upheld' },
];

async function agreeByFace(page: Page, world: World): Promise<void> {
  await scanAtHotel(page, world);
  await page.locator('#agree').click();
  await page.locator('#without-voice').click();
  await page.locator('#start-face:not([disabled=""]):not([disabled="true"])').click();
}

/** A check that this browser itself has asked for, so that the receipt is sealed to its own key; then its record, opened. */
async function recordOfCheck(page: Page, world: World): Promise<void> {
  const [challenged] = await Promise.all([
    page.waitForResponse((answer) => answer.url().endsWith('/challenge')),
    agreeByFace(page, world),
  ]);
  const session = await world.finish(await challenged.json());
  await page.goto(`/pages/result/index?session=${session}`);
  await page.locator('#go-home').click();
  await page.locator('#records').click();
  await page.locator('.record-confirmed').first().waitFor();
  await page.locator('[id^="details-"]').first().click();
}

function then(action: 'asked-more' | 'not-me') {
  return async (page: Page, world: World): Promise<void> => {
    await recordOfCheck(page, world);
    await page.locator(`[id^="${action}-"]`).first().click();
  };
}

/** What the authority has confirmed of a check, and what its holder does about it. */
export const receiptScenes: readonly Scene[] = [
  { name: 'record-details', phone: 'citizen', show: recordOfCheck, ready: '.record-details' },
  { name: 'record-asked-more', phone: 'citizen', show: then('asked-more'), ready: '[id^="wanted-card-"]' },
  { name: 'record-not-me', phone: 'citizen', show: then('not-me'), ready: '[id^="not-me-yes-"]' },
  {
    name: 'console-reports',
    phone: 'counter',
    seldom: true,
    async show(page, world) {
      // Nobody waits for five holders to report something.
      await page.route('**/operator/v1/reports*', (route) => route.fulfill({ json: { sums } }));
      await come(page, world, '#/reports');
    },
    ready: 'table',
  },
  {
    name: 'console-disputes',
    phone: 'counter',
    seldom: true,
    async show(page, world) {
      await page.route('**/operator/v1/disputes*', (route) => route.fulfill({ json: { disputes } }));
      await come(page, world, '#/disputes');
    },
    ready: '#disputes',
  },
];
