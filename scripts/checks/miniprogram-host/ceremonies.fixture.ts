import type { Locator, Page } from 'playwright-core';
import { scriptAuthority } from '../../stand-ins/phone/ask-sandbox.ts';
import type { Person } from '../../stand-ins/phone/read-people.ts';
import type { Host } from './open-host.ts';
import type { ScriptedOwner } from './scripted-owner.ts';
import type { World } from './world.fixture.ts';

/** Milliseconds for capture, upload and the authority's decision on a busy machine. */
const ceremonyPatience = 150_000;
/** Milliseconds until the challenge is there. */
const startPatience = 60_000;

/** How a ceremony ended, as the result's class names it, and the hints of the tries before. */
export interface End {
  state: string;
  hints: string[];
}

/** The element of that id on the page that is seen. The framework puts the name of its component before an id. */
export function on(page: Page, id: string): Locator {
  return page.locator(`[id$="--${id}"]:visible`);
}

/** Opens the page of a mini-program as a link inside it does. */
export async function goTo({ page }: Host, url: string): Promise<void> {
  await page.evaluate(`(window.wx ?? window.my).reLaunch({ url: ${JSON.stringify(url)} })`);
}

/** Consents and fills in the form, up to the capture. @param until eight digits of the day on which the card ends; left out, it is valid for life */
export async function fillIn(host: Host, person: Person, until?: string): Promise<void> {
  const { page } = host;
  await goTo(host, '/pages/apply/index');
  await on(page, 'consent-face').click();
  await on(page, 'consent-voice').click();
  await on(page, 'consent-next').click();
  await on(page, 'name-input').locator('input').fill(person.name);
  await on(page, 'id-input').locator('input').fill(person.idNumber);
  if (until === undefined) await on(page, 'long-term').click();
  else await on(page, 'valid-until').locator('input').fill(until);
  await on(page, 'identity-next').click();
}

/** Applies with everything. @returns how it ended */
export async function applyFor(host: Host, person: Person, until?: string): Promise<End> {
  await fillIn(host, person, until);
  return await captureToEnd(host, { again: nothing, sayWord: nothing });
}

/** Scans the code of a check at the counter and is asked to agree. @returns the session's id */
export async function beAsked({ counter }: World, host: Host, owner: ScriptedOwner): Promise<string> {
  const { session, code } = await counter.openSession('hotel', 'check-in');
  await goTo(host, '/pages/scan/index');
  owner.scanned = code();
  await on(host.page, 'scan').click();
  await on(host.page, 'agree').waitFor({ timeout: startPatience });
  return session.sessionId;
}

const nothing = async () => undefined;

/**
 * Agrees and captures, each time with digits that `person` has recorded a phrase for; where the scan came late the counter is told the word.
 * @returns how it ended
 */
export async function agreeAndCapture(
  { running, counter }: World,
  host: Host,
  sessionId: string,
  person: Person,
): Promise<End> {
  const phrases = person.voice.phrases.filter(({ match }) => match);
  const nextDigits = async () => {
    const digits = phrases.pop()?.spoken;
    if (digits === undefined) throw new Error('the citizen has no phrase left');
    await scriptAuthority(running, { name: 'fixed-challenge', sessionId, digits, times: 1 });
  };
  await nextDigits();
  await agree(host);
  const sayWord = (digits: string) => counter.giveWord(sessionId, digits);
  return await captureToEnd(host, { again: nextDigits, sayWord });
}

/** Agrees to the face, and then to the voice. */
export async function agree({ page }: Host): Promise<void> {
  await on(page, 'agree').click();
  await on(page, 'agree-voice').click();
}

interface Doing {
  /** Before another try. */
  again: () => Promise<unknown>;
  /** With the three digits of the counter word. */
  sayWord: (digits: string) => Promise<unknown>;
}

/** Captures face and voice, again as long as the authority lets one. */
async function captureToEnd({ page }: Host, { again, sayWord }: Doing): Promise<End> {
  const hints: string[] = [];
  const result = on(page, 'result-state');
  for (;;) {
    await on(page, 'start-face').click({ timeout: startPatience });
    while (!(await result.isVisible())) await nextShown(page, sayWord);
    const state = /result-(\w+)/.exec((await result.getAttribute('class')) ?? '')?.[1] ?? '';
    if (state !== 'retry') return { state, hints };
    hints.push(await on(page, 'hints').innerText());
    await again();
    await on(page, 'try-again').click();
  }
}

/** Waits for the result, or for the word and says it. */
async function nextShown(page: Page, sayWord: Doing['sayWord']): Promise<void> {
  const word = on(page, 'word');
  await on(page, 'result-state').or(word).first().waitFor({ timeout: ceremonyPatience });
  // None where the page has just gone on.
  const digits = (await word.locator('.word-digit:visible').allInnerTexts()).join('').trim();
  if (digits === '') return;
  await sayWord(digits);
  await word.waitFor({ state: 'hidden', timeout: ceremonyPatience });
}
