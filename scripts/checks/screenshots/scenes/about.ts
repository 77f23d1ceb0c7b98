import type { Scene } from '../scene.ts';

export const aboutScenes: readonly Scene[] = [
  {
    name: 'settings',
    phone: 'citizen',
    show: (page) => page.goto('/pages/settings/index'),
    ready: '#log-out',
  },
  {
    name: 'settings-log-out',
    phone: 'citizen',
    async show(page) {
      await page.goto('/pages/settings/index');
      await page.locator('#log-out').click();
      await page.locator('#log-out-yes').scrollIntoViewIfNeeded();
    },
    ready: '#log-out-yes',
  },
  { name: 'help', phone: 'citizen', show: (page) => page.goto('/pages/help/index'), ready: '.step' },
];
