import type { Page } from 'playwright-core';
import { Value } from 'typebox/value';
import { OpenSessionAnswer } from '../../../../shared/contract/verify/01-open-session.ts';
import type { CounterView } from '../../../../shared/contract/verify/08-result.ts';
import * as limits from '../../../../shared/limits.ts';
import type { Scene as Service } from '../../../../shared/scenes.ts';
import type { Scene } from '../scene.ts';
import type { Course } from '../world/play-check.ts';
import type { World } from '../world/world.ts';

/** The page speaks Chinese until somebody presses the other language. */
async function choose(page: Page): Promise<void> {
  await page.goto('/counter');
  await page.locator('#scenes input').first().waitFor();
  const language = await page.evaluate(() => navigator.language);
  if (language.startsWith('en')) await page.locator('#language').click();
}

async function open(page: Page, service: Service = 'hotel') {
  await choose(page);
  await page.locator(`#scenes input[value=${service}]`).check();
  const answered = page.waitForResponse(
    (answer) => answer.url().endsWith('/counter/v1/sessions') && answer.request().method() === 'POST',
  );
  const [answer] = await Promise.all([answered, page.locator('#start').click()]);
  const session: unknown = await answer.json();
  if (!Value.Check(OpenSessionAnswer, session)) throw new Error('the counter page opened no session');
  return session;
}

function answered(course: Course) {
  return async (page: Page, { answer }: World): Promise<void> => await answer(await open(page), course);
}

/** A citizen whose credential is too low has scanned: the counter learns that more time is needed. */
async function needMoreTime(page: Page, { answer }: World): Promise<void> {
  const session = await open(page, 'gov-window');
  await answer(session, { to: 'claimed' }).catch(() => {});
}

/** A code that was scanned late: the counter word is demanded. */
async function scanLate(page: Page, { answer }: World): Promise<void> {
  const session = await open(page);
  await page.waitForTimeout(limits.counterCodeMaxAge + 2_000);
  await answer(session, { to: 'claimed' }, session.openedAt);
  await page.locator('#word').waitFor();
}

async function typeWord(page: Page, digits: string): Promise<void> {
  await page.locator('#word').fill(digits);
  await page.keyboard.press('Enter');
}

/** One wrong try. What is typed may be right, once in a thousand: then another guest is asked. */
async function typeWrong(page: Page, world: World): Promise<void> {
  for (let taken = true; taken; ) {
    await scanLate(page, world);
    await typeWord(page, '000');
    await page.locator('body:is([data-phase=again], [data-phase=taken])').waitFor();
    taken = (await page.locator('body[data-phase=taken]').count()) > 0;
  }
}

async function typeTwice(page: Page, world: World): Promise<void> {
  await scanLate(page, world);
  await typeWord(page, '000');
  const again = page.locator('body[data-phase=again]');
  await page.locator('body:is([data-phase=again], [data-phase=taken])').waitFor();
  if ((await again.count()) > 0) await typeWord(page, '001');
}

/** An end that a sandbox comes to only after minutes: the answer to *end this check* is changed on its way. */
async function endAs(page: Page, told: (view: CounterView) => Partial<CounterView>): Promise<void> {
  await page.route(/\/counter\/v1\/sessions\/[^/]+\/end$/, async (route) => {
    const response = await route.fetch();
    const view = await response.json();
    await route.fulfill({ response, json: { ...view, version: view.version + 1, ...told(view) } });
  });
  await open(page);
  await page.locator('#abandon').click();
}

/** A session that has run for a while already. */
async function openSoonOver(page: Page): Promise<void> {
  await page.route(/\/counter\/v1\/sessions$/, async (route) => {
    const response = await route.fetch();
    const session = await response.json();
    await route.fulfill({ response, json: { ...session, expiresAt: session.serverTime + 19_000 } });
  });
  await open(page);
}

/** The clerk has another window; the one that is looked at is the guest's. */
async function openGuests(page: Page): Promise<void> {
  const clerk = await page.context().newPage();
  await open(clerk);
  const link = clerk.locator('#guest-window[href*="#"]');
  await page.goto((await link.getAttribute('href')) ?? '');
}

const at = (name: string, show: Scene['show'], ready: string): Scene => ({
  name: `counter-${name}`,
  phone: 'counter',
  show,
  ready,
});
const phase = (name: string) => `body[data-phase=${name}]`;

/** Cancelled and broken off look as out of time but for their title, whose words a test of the page holds. */
export const counterScenes: readonly Scene[] = [
  at('choose', choose, '#scenes input'),
  at('open', (page) => open(page), `${phase('open')} #qr path`),
  at('soon-over', openSoonOver, `${phase('open')} #left.soon`),
  at('more-time', needMoreTime, `${phase('more-time')} #extend`),
  at('claimed', answered({ to: 'claimed' }), `${phase('claimed')} #staffed`),
  at('word', scanLate, `${phase('word')} #word`),
  at('word-again', typeWrong, `${phase('again')} #word`),
  at('word-taken', typeTwice, phase('taken')),
  at('passed', answered({ to: 'passed' }), phase('passed')),
  at('failed', answered({ to: 'failed', hints: [] }), `${phase('failed')} #again`),
  at(
    'staffed',
    async (page, world) => {
      await answered({ to: 'failed', hints: [] })(page, world);
      await page.locator(`${phase('failed')} #staffed`).click();
    },
    `${phase('staffed')} #next`,
  ),
  at('declined', answered({ to: 'declined' }), phase('declined')),
  at('expired', (page) => endAs(page, () => ({ state: 'expired' })), phase('expired')),
  at(
    'ready',
    (page) => endAs(page, ({ openedAt }) => ({ decidedAt: openedAt - limits.verdictShown })),
    phase('ready'),
  ),
  at('guest-screen', openGuests, `${phase('open')}[data-view=guest] #qr path`),
];
