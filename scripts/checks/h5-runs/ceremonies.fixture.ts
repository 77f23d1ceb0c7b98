import type { Page } from 'playwright-core';
import type { RunningSandbox } from '../../sandbox/start-processes.ts';
import type { Counter } from '../../stand-ins/counter/counter.ts';
import { countMessages, readLoginCode } from '../../stand-ins/phone/ask-sandbox.ts';
import type { BrowserPhone } from './browser-phone.ts';
import type { World } from './world.fixture.ts';

/** Milliseconds for what a machine that does other things too may need for one step, and for a whole capture. */
export const stepPatience = 60_000;
export const ceremonyPatience = 240_000;

/** The page that somebody has before them. */
type Seen = Pick<BrowserPhone, 'page'>;

/** What the person does with the counter word: says its digits to the clerk, who types them. */
export type SayWord = (digits: string) => Promise<unknown>;

/** How a ceremony ended, as the result's class names it, and the hints of the tries before. */
export interface End {
  state: string;
  hints: string[];
}

export interface Applicant {
  name: string;
  idNumber: string;
  /** For one whom the register does not know. */
  idPhoto?: string;
  /** Applies without a voice. */
  silent?: true;
}

/** Signs in on the login page by number and SMS code. */
export async function signIn({ page }: Seen, sandbox: RunningSandbox, number: string): Promise<void> {
  const known = await countMessages(sandbox, number);
  await page.locator('input').first().fill(number);
  await page.getByText('获取验证码').click();
  await page.locator('input').nth(1).waitFor();
  const code = await readLoginCode(sandbox, number, known);
  await page.locator('input').nth(1).fill(code);
  await page.locator('.action', { hasText: '登录' }).last().click();
}

/** On the page to apply: consents and fills in the form, up to the capture. */
export async function fillIn({ page }: Seen, applicant: Applicant): Promise<void> {
  await page.locator('#consent-face').click({ timeout: stepPatience });
  if (applicant.silent !== true) await page.locator('#consent-voice').click();
  await page.locator('#consent-next').click();
  await page.locator('#name-input input').fill(applicant.name);
  await page.locator('#id-input input').fill(applicant.idNumber);
  await page.locator('#long-term').click();
  if (applicant.idPhoto !== undefined) {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.locator('#attach-photo').click(),
    ]);
    await chooser.setFiles(applicant.idPhoto);
    await page.locator('#attach-photo .symbol').waitFor();
  }
  await page.locator('#identity-next').click();
}

/** On the page to apply: fills in everything and captures. @returns how it ended */
export async function applyOn(world: World, phone: BrowserPhone, applicant: Applicant): Promise<End> {
  await fillIn(phone, applicant);
  return await captureToEnd(world, phone);
}

/** Opens the counter's code as the phone's own scanner does, and is asked to agree. @returns the session's id */
export async function beAsked(counter: Counter, { page }: BrowserPhone): Promise<string> {
  const { session, code } = await counter.openSession('hotel', 'check-in');
  await page.goto(code());
  await page.locator('#agree').waitFor({ timeout: stepPatience });
  return session.sessionId;
}

/** Agrees and captures. @returns how it ended */
export async function agreeAndCapture(world: World, phone: BrowserPhone, sayWord?: SayWord): Promise<End> {
  await agree(phone);
  return await captureToEnd(world, phone, sayWord);
}

/** Agrees to the face, and then to the voice. */
export async function agree({ page }: BrowserPhone): Promise<void> {
  await page.locator('#agree').click();
  await page.locator('#agree-voice').click();
}

/**
 * Captures face and voice as the screen says, again as long as the authority lets one. Where the scan came late the word is asked for: left out,
 * the counter of the hotel is told.
 */
export async function captureToEnd(
  world: World,
  { page }: BrowserPhone,
  sayWord: SayWord = (digits) => world.hotel.giveWord(sessionShown(page), digits),
): Promise<End> {
  const hints: string[] = [];
  for (;;) {
    // There is one recording of each digit: said again it is a replay, which the authority would rightly refuse.
    await world.script({ name: 'forget-samples' });
    await page.locator('#start-face').click({ timeout: stepPatience });
    const end = await endOn(page, sayWord);
    if (end.state !== 'retry') return { state: end.state, hints: [...hints, end.hints] };
    hints.push(end.hints);
    await page.locator('#try-again').click();
  }
}

/** Waits for the end of a capture; on the way, where the word is asked for, it is said. */
export async function endOn(page: Page, sayWord: SayWord): Promise<{ state: string; hints: string }> {
  const result = page.locator('#result-state:visible');
  const word = page.locator('#word:visible');
  while (!(await result.isVisible())) {
    await result.or(word).first().waitFor({ timeout: ceremonyPatience });
    // None where the page has just gone on.
    const digits = (await word.locator('.word-digit').allInnerTexts()).join('');
    if (digits === '') continue;
    await sayWord(digits);
    await word.waitFor({ state: 'hidden', timeout: ceremonyPatience });
  }
  const state = /result-(\w+)/.exec((await result.getAttribute('class')) ?? '')?.[1] ?? '';
  const hints = page.locator('#hints');
  return { state, hints: (await hints.count()) > 0 ? await hints.innerText() : '' };
}

/** The session that the address of a page names. */
function sessionShown(page: Page): string {
  return new URL(page.url()).searchParams.get('session') ?? '';
}
