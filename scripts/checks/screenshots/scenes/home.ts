import type { Page } from 'playwright-core';
import type { Scene } from '../scene.ts';

const home = (page: Page) => page.goto('/');

/** Another scene's check may still wait for that phone. */
async function noneWaits(page: Page): Promise<void> {
  await page.route('**/holder/v1/waiting-counter', (route) => route.fulfill({ json: {} }));
}

export const homeScenes: readonly Scene[] = [
  { name: 'home-none', phone: 'fresh', show: home, ready: '.credential-none' },
  {
    name: 'home-basic',
    phone: 'citizen',
    async show(page) {
      await noneWaits(page);
      await home(page);
    },
    ready: '.credential-basic.credential-from-bff',
  },
  {
    name: 'home-counter-waits',
    phone: 'citizen',
    async show(page, { play }) {
      await play({ to: 'claimed' });
      await home(page);
      await page.locator('.credential-from-bff').waitFor();
    },
    ready: '#back-to-counter',
  },
  {
    name: 'home-strict',
    phone: 'citizen',
    // No acceptance point is open in this sandbox: the answer is raised on its way.
    async show(page) {
      await noneWaits(page);
      await page.route('**/holder/v1/credential', async (route) => {
        const answer = await route.fetch();
        if (!answer.ok()) return await route.fulfill({ response: answer });
        await route.fulfill({ response: answer, json: { ...(await answer.json()), level: 'strict' } });
      });
      await page.goto('/');
    },
    ready: '.credential-strict.credential-from-bff',
  },
  { name: 'home-void', phone: 'voided', show: home, ready: '.credential-void' },
  {
    name: 'home-offline',
    phone: 'citizen',
    async show(page) {
      await page.route('**/holder/**', (route) => route.abort());
      await page.goto('/');
    },
    ready: '.credential-basic.credential-from-storage',
  },
];
