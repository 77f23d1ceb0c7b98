import type { Page } from 'playwright-core';
import { Value } from 'typebox/value';
import { OpenSessionAnswer } from '../../../../shared/contract/verify/01-open-session.ts';
import type { Scene } from '../scene.ts';
import type { World } from '../world/world.ts';

const desk = 'liangzheng-counter .desk';

async function load(page: Page, world: World): Promise<void> {
  await page.goto(`${(await world.embed()).origin}/`);
  const language = await page.evaluate(() => navigator.language);
  await page.locator('liangzheng-counter').evaluate((counter, lang) => {
    counter.setAttribute('lang', lang);
    document.documentElement.lang = lang;
  }, language);
  await page.locator(`${desk} #about:not([hidden])`).waitFor();
}

async function open(page: Page, world: World): Promise<OpenSessionAnswer> {
  await load(page, world);
  const answered = page.waitForResponse(
    (answer) => answer.url().endsWith('/counter/v1/sessions') && answer.request().method() === 'POST',
  );
  const [answer] = await Promise.all([answered, page.locator(`${desk} #start`).click()]);
  return Value.Parse(OpenSessionAnswer, await answer.json());
}

/** Taken where everything is. The page is a stand-in: its pictures are looked at, never compared. */
const at = (name: string, show: Scene['show'], ready: string): Scene => ({
  ...{ name: `embedded-${name}`, phone: 'counter', show, ready: `${desk}${ready}` },
  ...{ seldom: true, drawn: true },
});

/** The counter in a page of the relying party's own. */
export const embeddedScenes: readonly Scene[] = [
  at('start', load, '[data-screen=choose]'),
  at('open', open, '[data-state=open] #qr path.dark'),
  at(
    'passed',
    async (page, world) => await world.answer(await open(page, world), { to: 'passed' }),
    '[data-state=passed]',
  ),
];
