import type { Page } from 'playwright-core';
import type { Scene } from '../scene.ts';
import type { World } from '../world/world.ts';
import { signIn } from './officer.ts';

const attendant = {
  ...{ citizen: 'p03', at: { rpId: 'rp_sandbox-hotel', counterId: 'cnt_sandbox-hotel-1' } },
  ...{ ready: '#open-check-in', passkeys: new WeakMap() },
};

/** A card typed by hand, up to where the guest chooses. */
export async function chooseWay(page: Page, world: World): Promise<void> {
  await signIn(page, world, attendant);
  await page.locator('#open-check-in').click();
  const byHand = page.locator('#by-hand');
  await byHand.or(page.locator('#card-name')).first().waitFor();
  if (await byHand.isVisible()) await byHand.click();
  await page.locator('#card-name').fill('林知遥');
  await page.locator('#card-number').fill('990001199904121101');
  await page.locator('#card-from').fill('20210301');
  await page.locator('#card-long-term').check();
  await page.locator('#check-card').click();
  await page.locator('#send-card').click();
  await page.locator('#way-pin').waitFor();
}

/** The desk of an attendant at a hotel: where the guest chooses. */
export const attendantScenes: readonly Scene[] = [
  { name: 'attendant-ways', phone: 'counter', show: chooseWay, ready: '#way-voice', seldom: true },
];
