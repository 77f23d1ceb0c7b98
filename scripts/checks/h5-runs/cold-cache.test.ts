import { chromium as browsers } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { chromiumFlags } from '../chromium.ts';
import type { BrowserPhone } from './browser-phone.ts';
import { applyOn, signIn, stepPatience } from './ceremonies.fixture.ts';
import { readerOf } from './citizen.fixture.ts';
import { type Fetched, lineTime, roundTrips, watchLine } from './watch-line.ts';
import { openWorld, type World } from './world.fixture.ts';

const chromium = inject('chromium');
/** 400 kbit/s and 300 ms. */
const line = { throughput: 50_000, latency: 300 };
/** Milliseconds: who asks is to be read within two seconds, and within six a holder who is logged in may agree. */
const readable = 2000;
const agreeable = 6000;
/** What a slow phone needs of them to run what has come. */
const running = 1500;
const patience = 600_000;

/**
 * A scan on a slow line, with nothing cached. What is asserted is the work of the line, bytes and round trips in a row, which is the
 * same on every machine and at every load; the times are printed beside it, and mean something on a quiet machine only.
 */
describe.skipIf(chromium === '')('a scan at 400 kbit/s and 300 ms, with nothing cached', () => {
  let world: World;
  let phone: BrowserPhone;

  beforeAll(async () => {
    if (chromium === '') return;
    world = await openWorld(chromium);
    const citizen = await readerOf('p01');
    phone = await world.open('phone', citizen);
    await phone.page.goto(`${world.running.bffUrl}/pages/apply/index`);
    await signIn(phone, world.running, '13800000003');
    const end = await applyOn(world, phone, { name: citizen.name, idNumber: citizen.idNumber });
    expect(end, JSON.stringify(end)).toMatchObject({ state: 'passed' });
  }, patience);
  afterAll(async () => {
    await phone?.close();
    await world?.close();
  });

  it(
    'says who asks by its first answer, lets one who is logged in agree, and counts',
    async () => {
      const page = await phone.page.context().newPage();
      const fetched = await watchLine(page, line);
      const { session, code } = await world.hotel.openSession('hotel', 'check-in');
      const started = performance.now();
      const asks = page.locator('#landing-asks');
      const [who] = await Promise.all([
        asks.waitFor({ timeout: stepPatience }).then(() => performance.now() - started),
        page.goto(code(), { waitUntil: 'commit' }),
      ]);
      await page.locator('#landing').waitFor({ state: 'detached', timeout: stepPatience });
      await page.locator('#agree').click({ timeout: stepPatience, trial: true });
      const agree = performance.now() - started;

      const needed = fetched().filter(({ ended }) => ended <= agree);
      const [landing] = needed;
      if (landing === undefined) throw new Error('nothing was fetched');
      tell('who asks', who, [landing]);
      tell('may agree', agree, needed);
      for (const { path, sent, answered, ended, bytes } of needed)
        say(`  ${path.slice(0, 40).padEnd(40)} ${sent} ${answered} ${ended} ms, ${bytes} bytes`);
      expect(landing.path).toMatch(/^\/q\//);
      // With its headers: well within ten packets of 1460 bytes, which come without a round trip between them.
      expect(landing.bytes).toBeLessThan(10_000);
      expect(lineTime([landing], line)).toBeLessThan(readable - running / 2);
      expect(roundTrips(needed)).toBeLessThanOrEqual(4);
      expect(lineTime(needed, line)).toBeLessThan(agreeable - running);
      expect((await world.hotel.readSession(session.sessionId)).state).toBe('claimed');
      expect(new URL(page.url()).pathname).toBe('/pages/confirm/index');
      await page.close();
      await world.hotel.endSession(session.sessionId, 'staffed');
    },
    patience,
  );

  it(
    'goes on to the capture and to every other page although the network is gone by then',
    async () => {
      const page = await phone.page.context().newPage();
      const { session, code } = await world.hotel.openSession('hotel', 'check-in');
      const [rest] = await Promise.all([page.waitForResponse(/\/js\/rest\./), page.goto(code())]);
      await page.locator('#agree').waitFor({ timeout: stepPatience });
      await rest.finished();
      await page.route('**', (route) => route.abort());
      await page.locator('#agree').click();
      await page.locator('#agree-voice').or(page.locator('#start-face')).first().waitFor();
      await page.evaluate(() => {
        history.pushState(null, '', '/pages/help/index');
        dispatchEvent(new PopStateEvent('popstate'));
      });
      await page.locator('.page-title', { hasText: '帮助' }).waitFor({ timeout: stepPatience });
      await page.close();
      await world.hotel.endSession(session.sessionId, 'staffed');
    },
    patience,
  );

  it(
    'goes on where the app does not come: the names stay, and it can be opened again',
    async () => {
      const page = await phone.page.context().newPage();
      await page.route('**/js/confirm.*', (route) => route.abort());
      const { session, code } = await world.hotel.openSession('hotel', 'check-in');
      await page.goto(code());
      await page.locator('#landing-again').waitFor({ timeout: stepPatience });
      expect(await page.locator('#landing-asks').isVisible()).toBe(true);
      await page.unroute('**/js/confirm.*');
      await page.locator('#landing-again').click();
      await page.locator('#agree').waitFor({ timeout: stepPatience });
      await page.close();
      await world.hotel.endSession(session.sessionId, 'staffed');
    },
    patience,
  );

  it('says what to do where the code is none, and where the browser runs no scripts', async () => {
    const browser = await browsers.launch({ executablePath: chromium, args: [...chromiumFlags] });
    const page = await browser.newPage({ javaScriptEnabled: false, locale: 'zh-CN' });
    const { session, code } = await world.hotel.openSession('hotel', 'check-in');
    await page.goto(code());
    expect(await page.locator('main').first().innerText()).toMatch(/JavaScript.*人工/s);
    expect(await page.locator('#landing-asks').isVisible()).toBe(false);
    await page.goto(`${world.running.bffUrl}/q/hello`);
    expect(await page.locator('h1').innerText()).toBe('这不是柜台的核验码');
    await browser.close();
    await world.hotel.endSession(session.sessionId, 'staffed');
  });
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function tell(what: string, time: number, fetched: readonly Fetched[]): void {
  const bytes = fetched.reduce((sum, one) => sum + one.bytes, 0);
  say(
    `${what}: ${(time / 1000).toFixed(1)} s; of the line ${(lineTime(fetched, line) / 1000).toFixed(1)} s, ` +
      `${(bytes / 1000).toFixed(1)} KB in ${roundTrips(fetched)} round trips`,
  );
}
