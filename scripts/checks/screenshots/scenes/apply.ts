import type { Page } from 'playwright-core';
import { scriptAuthority } from '../../../stand-ins/phone/ask-sandbox.ts';
import type { Scene } from '../scene.ts';
import type { World } from '../world/world.ts';

async function consent(page: Page): Promise<void> {
  await page.goto('/pages/apply/index');
  await page.locator('#consent-face').click();
}

async function form(page: Page): Promise<void> {
  await consent(page);
  await page.locator('#consent-voice').click();
  await page.locator('#consent-next').click();
  await page.locator('#identity-next').waitFor();
}

/** From the consent to the camera, which takes the face. */
async function applyWith(page: Page, { citizen }: World, idPhoto?: string): Promise<void> {
  await page.locator('#consent-next').click();
  await page.locator('#name-input input').fill(citizen.name);
  await page.locator('#id-input input').fill(citizen.idNumber);
  await page.locator('#long-term').click();
  if (idPhoto !== undefined) {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.locator('#attach-photo').click(),
    ]);
    await chooser.setFiles(idPhoto);
    await page.locator('#attach-photo .symbol').waitFor();
  }
  await page.locator('#identity-next').click();
  await page.locator('#start-face:not(.action-resting)').click();
}

/** The last character does not fit the others. */
const mistyped = (idNumber: string) => `${idNumber.slice(0, 17)}${idNumber.endsWith('0') ? '1' : '0'}`;

export const applyScenes: readonly Scene[] = [
  {
    name: 'apply-consent',
    phone: 'newcomer',
    show: (page) => page.goto('/pages/apply/index'),
    ready: '#consent-next',
  },
  { name: 'apply-consent-given', phone: 'newcomer', show: consent, ready: '#consent-face.ticked' },
  {
    name: 'apply-identity-typing',
    phone: 'newcomer',
    async show(page, { citizen }) {
      await form(page);
      await page.locator('#name-input input').fill(citizen.name);
      await page.locator('#id-input input').fill(citizen.idNumber.slice(0, 11));
    },
    ready: '#id-problem .field-hint',
  },
  {
    name: 'apply-identity-wrong',
    phone: 'newcomer',
    async show(page, { citizen }) {
      await form(page);
      await page.locator('#id-input input').fill(mistyped(citizen.idNumber));
      await page.locator('#valid-until input').fill('20010101');
      await page.locator('#identity-next').click();
    },
    ready: '#valid-problem .field-problem',
  },
  {
    name: 'apply-problem',
    phone: 'newcomer',
    async show(page, { citizen }) {
      await form(page);
      await page.route('**/holder/v1/applications', (route) => route.abort());
      await page.locator('#name-input input').fill(citizen.name);
      await page.locator('#id-input input').fill(citizen.idNumber);
      await page.locator('#long-term').click();
      await page.locator('#identity-next').click();
    },
    ready: '.problem-network-failed',
  },
  {
    name: 'apply-digits',
    drawn: true,
    phone: 'newcomer',
    async show(page, world) {
      await consent(page);
      await page.locator('#consent-voice').click();
      await applyWith(page, world);
    },
    ready: '.digit-said',
  },
  {
    name: 'apply-photo-wrong',
    phone: 'newcomer',
    async show(page, world) {
      const decided = { outcome: 'retry', hints: ['id-photo-too-dark'], times: 1 };
      await scriptAuthority(world.running, { name: 'stub-decision', ...decided });
      await consent(page);
      await applyWith(page, world, world.citizen.idPhoto);
      await page.locator('#try-again').click();
      await page.locator('#photo-problem').scrollIntoViewIfNeeded();
    },
    ready: '#photo-problem .field-problem',
  },
];
