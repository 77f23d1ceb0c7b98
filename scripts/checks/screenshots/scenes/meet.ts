import type { Page } from 'playwright-core';
import type { Scene } from '../scene.ts';
import type { Meeting } from '../world/play-meeting.ts';
import type { World } from '../world/world.ts';

function end(to: Meeting) {
  return async (page: Page, { meet }: World): Promise<void> => {
    await page.goto(`/pages/meet/index?session=${await meet(to)}`);
  };
}

/** Two people who confirm each other, as one of them sees it. */
export const meetScenes: readonly Scene[] = [
  {
    name: 'meet-code',
    phone: 'citizen',
    async show(page) {
      await page.goto('/pages/meet/index');
      await page.locator('#show-code').click();
    },
    ready: '#meeting-code',
  },
  {
    name: 'meet-asked',
    phone: 'citizen',
    async show(page, { meet }) {
      await page.goto(`/pages/confirm/index?session=${await meet('asked')}`);
    },
    ready: '#agree',
  },
  { name: 'meet-confirmed', phone: 'citizen', show: end('confirmed'), ready: '#other-state' },
  { name: 'meet-not-confirmed', phone: 'citizen', show: end('not-confirmed'), ready: '#other-state' },
];
