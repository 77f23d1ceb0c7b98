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

async function comeLate(page: Page, { hotel, answer }: World): Promise<void> {
  const { code, session } = await hotel.openSession('hotel', 'check-in');
  await answer(session, { to: 'declined' });
  await page.goto(code());
}

const at = (name: string, show: Scene['show'], ready: string): Scene => ({
  name: `landing-${name}`,
  phone: 'fresh',
  show,
  ready: `#landing[data-state=${name}]${ready}`,
});

/** What the first answer to a scan shows, before the app has come, or in its place. */
export const landingScenes: readonly Scene[] = [
  at('asks', arrive, '[data-step=slow] #landing-asks:not([hidden])'),
  at('over', comeLate, ' [data-for=over]'),
];
