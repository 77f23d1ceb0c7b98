import type { Page } from 'playwright-core';
import type { Scene } from '../scene.ts';

/** The places of the first city. */
async function places(page: Page): Promise<void> {
  await page.goto('/pages/appointment/index');
  await page.locator('#city-1').click();
}

/** Where a credential is raised, and the six digits of an appointment there. */
export const appointmentScenes: readonly Scene[] = [
  {
    name: 'appointment',
    phone: 'citizen',
    show: (page) => page.goto('/pages/appointment/index'),
    ready: '#city-1',
  },
  {
    name: 'appointment-made',
    phone: 'citizen',
    async show(page) {
      // A holder may make few: one that was made is played.
      const [listed] = await Promise.all([
        page.waitForResponse('**/holder/v1/acceptance-points'),
        places(page),
      ]);
      const { points } = await listed.json();
      await page.route('**/holder/v1/appointments', async (route) => {
        const { day, part } = route.request().postDataJSON();
        const expiresAt = Date.parse(`${day}T24:00:00+08:00`);
        await route.fulfill({
          status: 201,
          json: { code: '402718', point: points[0], day, part, expiresAt },
        });
      });
      await page.locator('[id^="choose-acp_"]').first().click();
      await page.locator('#day-2').click();
      await page.locator('#part-morning').click();
    },
    ready: '#appointment-code',
  },
];
