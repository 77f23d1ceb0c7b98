import type { Page } from 'playwright-core';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { beginCheck } from '../../../miniprogram/src/journey/begin.ts';
import { PageTokenAnswer } from '../../../shared/contract/access/page-token.ts';
import { revokeCounterCall } from '../../../shared/contract/operator/counters.ts';
import * as limits from '../../../shared/limits.ts';
import { askOperator } from '../../program/ask-operator.ts';
import { readCounter } from '../../stand-ins/counter/read-counter.ts';
import { type EmbeddingPage, startEmbeddingPage } from '../../stand-ins/embedding-page/embedding-page.ts';
import { registerOrigin } from '../../stand-ins/embedding-page/register-origin.ts';
import { scriptAuthority } from '../../stand-ins/phone/ask-sandbox.ts';
import { playJourney } from '../../stand-ins/phone/play-journey.ts';
import { axeFindings } from '../screenshots/inspect/axe-findings.ts';
import { type DeskWorld, openDeskWorld, scan } from './desk.fixture.ts';

const chromium = inject('chromium');
const second = 1000;
/** Milliseconds for a whole test, and for one step of a page on a busy machine. */
const patience = 300 * second;
const stepPatience = 60 * second;
const counterId = 'cnt_sandbox-hotel-2';
const frame = 'liangzheng-counter .desk';
/** So long the page believes in its first token: it asks for the next one a minute before. */
const firstToken = limits.pageTokenAsked + 12 * second;

interface Seen {
  kind: string;
  state?: string;
  reason?: string;
  code?: string;
  reference?: string;
  result?: string;
}
declare global {
  interface Window {
    seen: Seen[];
    violations: string[];
  }
}

/** One morning at a desk whose program is a web page of the hotel's own: each test goes on where the one before ended. */
describe.skipIf(chromium === '')('the counter in a page of the relying party’s own', () => {
  let world: DeskWorld;
  let hotel: EmbeddingPage;
  let page: Page;
  const complaints: string[] = [];
  /** The token of each call of the counter API, and what was asked for. */
  const calls: { path: string; token: string }[] = [];

  beforeAll(async () => {
    if (chromium === '') return;
    world = await openDeskWorld(chromium);
    const { running } = world;
    hotel = await startEmbeddingPage(readCounter(running.sandbox, counterId, running.bffUrl));
    await registerOrigin(running, counterId, hotel.origin);
    const context = await world.openWindow();
    page = await context.newPage();
    page.setDefaultTimeout(stepPatience);
    page.on('console', (message) => {
      if (/content security policy|refused/i.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      const token = request.headers().authorization;
      if (pathname.startsWith('/counter/v1/') && token !== undefined) calls.push({ path: pathname, token });
    });
    await page.addInitScript(() => {
      window.seen = [];
      window.violations = [];
      document.addEventListener('securitypolicyviolation', (event) =>
        window.violations.push(`${event.violatedDirective} ${event.blockedURI}`),
      );
      for (const kind of ['token-needed', 'lz-state', 'lz-ended', 'lz-problem'])
        document.addEventListener(kind, (event) => {
          if (event instanceof CustomEvent) window.seen.push({ kind, ...event.detail });
        });
    });
    let first = true;
    await page.route('**/page-token', async (route) => {
      const answer = await route.fetch();
      if (!first || !answer.ok()) return route.fulfill({ response: answer });
      first = false;
      const given = Value.Parse(PageTokenAnswer, await answer.json());
      await route.fulfill({ json: { ...given, expiresAt: Date.now() + firstToken } });
    });
  }, patience);
  afterAll(async () => {
    await hotel?.close();
    await world?.close();
  });

  const seen = () => page.evaluate(() => window.seen);
  const stateIs = (state: string) =>
    page.locator(`${frame}[data-state=${state}]`).waitFor({ timeout: stepPatience });
  const focused = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.shadowRoot?.activeElement?.id ?? activeElement?.id ?? '';
    });

  it('stands there under a policy that lets nothing else in, and says who is behind it', async () => {
    const answer = await page.goto(`${hotel.origin}/`);
    const policy = answer?.headers()['content-security-policy'];
    expect(policy).toMatch(/^default-src 'none'; script-src 'self' http:\/\/127/);
    expect(policy).not.toContain('unsafe');
    await page.locator(`${frame} #about`).waitFor();
    expect(await page.locator(`${frame} #ribbon`).textContent()).toContain('演示环境');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('starts a check by keyboard, and shows its code', async () => {
    await expect.poll(focused).toBe('start');
    await page.keyboard.press('Enter');
    await stateIs('open');
    expect(await focused()).toBe('state');
    await page.locator(`${frame} #qr path.dark`).waitFor({ state: 'attached' });
    expect(await page.locator(`${frame} #open-here a`).getAttribute('href')).toMatch(/\/q\/1\./);
    expect(await axeFindings(page)).toEqual([]);
  });

  it(
    'goes on under a new token, takes the word that the clerk types, and tells its page of the pass',
    async () => {
      const code = await scan(page, frame);
      await new Promise((resolve) => setTimeout(resolve, limits.counterCodeMaxAge + second));
      await scriptAuthority(world.running, { name: 'stub-decision', outcome: 'pass', times: 1 });
      const journey = await beginCheck(world.phone.holder, code);
      const ended = playJourney(journey, {
        async word(digits) {
          await expect.poll(focused, { timeout: stepPatience }).toBe('word');
          expect(await axeFindings(page)).toEqual([]);
          const handedOn = page.locator('#events li', { hasText: /^token$/ });
          await expect.poll(() => handedOn.count(), { timeout: stepPatience }).toBeGreaterThan(1);
          await page.keyboard.type(digits);
          await page.keyboard.press('Enter');
        },
      });
      await stateIs('passed');
      expect((await ended).state).toBe('passed');
      await expect.poll(focused).toBe('next');

      const told = await seen();
      const states = told.filter(({ kind }) => kind === 'lz-state').map(({ state }) => state);
      expect([states[0], states.at(-1)]).toEqual(['open', 'passed']);
      expect(told).toContainEqual({ kind: 'token-needed', reason: 'renewal' });
      const [end, ...more] = told.filter(({ kind }) => kind === 'lz-ended');
      expect(more).toEqual([]);
      expect(end?.result).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
      expect(await page.locator(`${frame} #reference`).textContent()).toContain(end?.reference);
      await expect.poll(() => hotel.ended).toHaveLength(1);
      const opened = calls.find(({ path }) => path === '/counter/v1/sessions');
      const typed = calls.find(({ path }) => path.endsWith('/word'));
      expect(typed?.token).not.toBe(opened?.token);
      expect(told.filter(({ kind }) => kind === 'lz-problem')).toEqual([]);
    },
    patience,
  );

  it('leaves the focus where the clerk works, in a field of the page', async () => {
    await page.locator('#room').focus();
    await page.evaluate(() => {
      const counter = document.querySelector('liangzheng-counter');
      const open: unknown = counter && Reflect.get(counter, 'open');
      if (typeof open === 'function') open.call(counter);
    });
    await stateIs('open');
    await page.keyboard.type('8');
    expect(await page.locator('#room').inputValue()).toBe('8');
    expect(await focused()).toBe('room');
  });

  it('speaks the language of its attribute, in the middle of a check', async () => {
    await page.locator('liangzheng-counter').evaluate((counter) => counter.setAttribute('lang', 'en'));
    await expect.poll(() => page.locator(`${frame} #state`).textContent()).toMatch(/^[A-Za-z ’]+/);
    await page.locator('liangzheng-counter').evaluate((counter) => counter.setAttribute('lang', 'zh'));
  });

  it('says in clear words that the counter was revoked', async () => {
    const { bffUrl, operatorToken: token } = world.running;
    const revoked = { params: { counterId }, body: { reason: 'misuse' } };
    await askOperator({ bffUrl, token }, revokeCounterCall, revoked);
    const notice = page.locator(`${frame} #lost`);
    await notice.waitFor();
    expect(await notice.textContent()).toContain('服务没有认可这个柜台。请联系运营方');
    expect(await seen()).toContainEqual(
      expect.objectContaining({ kind: 'lz-problem', code: 'line-refused' }),
    );
  });

  it('has broken no rule of the page’s policy', async () => {
    expect(await page.evaluate(() => window.violations)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
