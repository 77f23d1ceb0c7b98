import type { Page } from 'playwright-core';
import { Value } from 'typebox/value';
import { OpenSessionAnswer } from '../../../../shared/contract/verify/01-open-session.ts';
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

async function open(page: Page) {
  await choose(page);
  const answered = page.waitForResponse(
    (answer) => answer.url().endsWith('/counter/v1/sessions') && answer.request().method() === 'POST',
  );
  const [answer] = await Promise.all([answered, page.locator('button.main[type=submit]').click()]);
  const session: unknown = await answer.json();
  if (!Value.Check(OpenSessionAnswer, session)) throw new Error('the counter page opened no session');
  return session;
}

function answered(course: Course) {
  return async (page: Page, { answer }: World): Promise<void> => await answer(await open(page), course);
}

export const counterScenes: readonly Scene[] = [
  {
    name: 'counter-choose',
    phone: 'counter',
    show: choose,
    ready: '#scenes input',
  },
  { name: 'counter-open', phone: 'counter', show: open, ready: '[data-state=open] #qr path' },
  {
    name: 'counter-claimed',
    phone: 'counter',
    show: answered({ to: 'claimed' }),
    ready: '[data-state=claimed] #staffed',
  },
  {
    name: 'counter-passed',
    phone: 'counter',
    show: answered({ to: 'passed' }),
    ready: '[data-state=passed]',
  },
  {
    name: 'counter-failed',
    phone: 'counter',
    show: answered({ to: 'failed', hints: [] }),
    ready: '[data-state=failed]',
  },
  {
    name: 'counter-declined',
    phone: 'counter',
    show: answered({ to: 'declined' }),
    ready: '[data-state=declined]',
  },
];
