import type { Page } from 'playwright-core';
import type { Scene } from '../scene.ts';
import type { World } from '../world/world.ts';

const login = '/pages/login/index';

async function askForCode(page: Page, world: World): Promise<void> {
  await page.goto(login);
  await page.locator('#phone input').fill(world.number());
  await page.locator('#send-code').click();
  await page.locator('#code input').waitFor();
}

export const loginScenes: readonly Scene[] = [
  { name: 'login-number', phone: 'fresh', show: (page) => page.goto(login), ready: '#send-code' },
  {
    name: 'login-number-wrong',
    phone: 'fresh',
    async show(page) {
      await page.goto(login);
      await page.locator('#phone input').fill('1380000');
      await page.locator('#send-code').click();
    },
    ready: '.field-problem',
  },
  { name: 'login-code', phone: 'fresh', show: askForCode, ready: '#sign-in' },
  {
    name: 'login-code-wrong',
    phone: 'fresh',
    async show(page, world) {
      await askForCode(page, world);
      await page.locator('#code input').fill('000000');
      await page.locator('#sign-in').click();
    },
    ready: '.field-problem',
  },
];
