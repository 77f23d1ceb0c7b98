import type { Page } from 'playwright-core';
import type { Scene } from '../scene.ts';
import { applicant, comeToDesk, handOn } from '../world/applicant.ts';
import type { World } from '../world/world.ts';
import { chooseWay } from './attendant.ts';
import { signIn } from './officer.ts';

/** Up to the card as it was typed, before it is sent. */
async function typeCard(page: Page, world: World, name?: string): Promise<string> {
  await signIn(page, world);
  const session = await comeToDesk(page, world);
  const { person } = await applicant(world);
  const byHand = page.locator('#by-hand');
  await byHand.or(page.locator('#card-name')).first().waitFor();
  if (await byHand.isVisible()) await byHand.click();
  await page.locator('#card-name').fill(name ?? person.name);
  await page.locator('#card-number').fill(person.idNumber);
  await page.locator('#card-from').fill('20210301');
  await page.locator('#card-long-term').check();
  await page.locator('#check-card').click();
  await page.locator('#send-card').waitFor();
  return session;
}

async function decide(page: Page, world: World, name?: string): Promise<string> {
  const session = await typeCard(page, world, name);
  await page.locator('#send-card').click();
  await page.locator('#decide').waitFor();
  return session;
}

async function sign(page: Page, ...ids: string[]): Promise<void> {
  for (const id of ['faceMatches-true', 'cardGenuine-true', 'faceUnnatural-false', ...ids, 'outcome-pass'])
    await page.locator(`#${id}`).check();
  await page.locator('#decide-send[aria-disabled=false]').click();
}

async function raise(page: Page, world: World): Promise<string> {
  const session = await decide(page, world);
  await sign(page);
  await page.locator('#check[data-state=passed]').waitFor();
  return session;
}

const atDesk = { phone: 'counter', seldom: true, drawn: true } as const;

/** What an officer does at the desk, step by step, and the phone that was raised there. */
export const officerDeskScenes: readonly Scene[] = [
  { ...atDesk, name: 'officer-desk-card', show: typeCard, ready: '#send-card' },
  { ...atDesk, name: 'officer-desk-decision', show: decide, ready: '#decide' },
  {
    ...atDesk,
    name: 'officer-desk-second',
    async show(page, world) {
      await decide(page, world, '林知远');
      await sign(page, 'name-differs');
    },
    ready: '#second',
  },
  {
    ...atDesk,
    name: 'officer-desk-pin',
    async show(page, world) {
      await signIn(page, world);
      await comeToDesk(page, world, async () => {
        await page.locator('#want-pin').click();
      });
      const { person } = await applicant(world);
      await page.locator('#card-name').fill(person.name);
      await page.locator('#card-number').fill(person.idNumber);
      await page.locator('#card-from').fill('20210301');
      await page.locator('#card-long-term').check();
      await page.locator('#check-card').click();
      await page.locator('#send-card').click();
    },
    ready: '#pin-done',
  },
  { ...atDesk, name: 'officer-desk-raised', show: raise, ready: '#check[data-state=passed]' },
  {
    ...atDesk,
    name: 'officer-desk-reviews',
    async show(page, world) {
      await handOn(world);
      await signIn(page, world);
      await page.locator('nav a[href="#reviews"]').click();
      await page.locator('#cases summary').first().click();
    },
    ready: '#cases [id$=-send]',
  },
  {
    ...atDesk,
    name: 'officer-desk-digits',
    async show(page, world) {
      await chooseWay(page, world);
      await page.locator('#way-voice').click();
    },
    ready: '#speak',
  },
  {
    name: 'officer-desk-phone',
    phone: 'fresh',
    seldom: true,
    async show(page, world) {
      const desk = await page.context().browser()?.newPage();
      if (desk === undefined) throw new Error('no browser');
      const session = await raise(desk, world);
      await desk.context().close();
      const { stored } = await applicant(world);
      await page.addInitScript((kept) => {
        for (const [name, value] of Object.entries(kept)) localStorage.setItem(`liangzheng.${name}`, value);
      }, stored());
      await page.goto(`/pages/result/index?session=${session}`);
    },
    ready: '.credential-strict',
  },
];
