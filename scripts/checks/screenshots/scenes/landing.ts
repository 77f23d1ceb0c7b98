import type { Page } from 'playwright-core';
import type { Scene } from '../scene.ts';
import type { World } from '../world/world.ts';

/** On a slow line: the app behind the page never comes. */
async function arrive(page: Page, { hotel }: World): Promise<void> {
  await page.route(/\/js\/\w+\.[0-9a-f]{8}\.js$/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: '' }),
  );
  await page.goto((await hotel.openSession('hotel', 'check-in')).code());
}

/** What the first answer to a scan shows before the app has come; what it says of refused codes is shown with the check's pages. */
export const landingScenes: readonly Scene[] = [
  {
    name: 'landing-asks',
    phone: 'fresh',
    show: arrive,
    ready: '#landing[data-state=asks][data-step=slow] #landing-asks:not([hidden])',
  },
];
