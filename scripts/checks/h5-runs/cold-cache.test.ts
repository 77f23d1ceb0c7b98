import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { applyOn, signIn } from './ceremonies.fixture.ts';
import { readerOf } from './citizen.fixture.ts';
import { watchLine } from './watch-line.ts';
import { openWorld, type World } from './world.fixture.ts';

const chromium = inject('chromium');
const line = { throughput: 50_000, latency: 300 };

describe.skipIf(chromium === '')('cold', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(chromium);
  }, 300_000);
  afterAll(() => world?.close());
  it('x', async () => {
    const citizen = await readerOf('p01');
    const phone = await world.open('phone', citizen);
    await phone.page.goto(`${world.running.bffUrl}/pages/apply/index`);
    await signIn(phone, world.running, '13800000003');
    const end = await applyOn(world, phone, { name: citizen.name, idNumber: citizen.idNumber });
    expect(end).toMatchObject({ state: 'passed' });
    for (let round = 0; round < 3; round++) {
    const page = await phone.page.context().newPage();
    page.on('pageerror', (error) => console.log(String(error)));
    const fetched = await watchLine(page, line);
    const { session, code } = await world.hotel.openSession('hotel', 'check-in');
    const started = Date.now();
    const going = page.goto(code(), { waitUntil: 'commit' });
    await page.locator('#landing #asks').waitFor();
    const who = Date.now() - started;
    await page.screenshot({ path: `/tmp/load-who-${round}.png` });
    await page.locator('#agree').waitFor();
    await page.waitForFunction(() => document.getElementById('landing') === null);
    const agree = Date.now() - started;
    await going;
    await page.screenshot({ path: `/tmp/load-agree-${round}.png` });
    console.log({ who, agree, url: page.url() });
    await page.waitForTimeout(4000);
    for (const one of fetched()) console.log(one.path.slice(0, 60).padEnd(60), Math.round(one.began), Math.round(one.ended), one.bytes);
    await world.hotel.endSession(session.sessionId, 'staffed');
    await page.close();
    }
    await phone.close();
  }, 300_000);
});
