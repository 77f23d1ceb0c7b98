import type { Page } from 'playwright-core';
import type { Scene } from '../scene.ts';

async function enter(page: Page, typed: string): Promise<void> {
  await page.goto('/device');
  await page.locator('#code').fill(typed);
  await page.keyboard.press('Enter');
}

/** Where somebody types the user code of a device flow: at `verification_uri`, in the phone's browser. */
export const deviceScenes: readonly Scene[] = [
  {
    name: 'device-enter',
    phone: 'fresh',
    show: (page) => page.goto('/device'),
    ready: '#about:not([hidden])',
  },
  {
    name: 'device-no-code',
    ...{ phone: 'fresh', seldom: true },
    show: (page) => enter(page, 'WDJB-1234'),
    ready: '#code[aria-invalid=true]',
  },
  {
    name: 'device-unknown',
    ...{ phone: 'fresh', seldom: true },
    show: (page) => enter(page, 'wdjb mjht'),
    ready: '#code[aria-invalid=true]',
  },
];
