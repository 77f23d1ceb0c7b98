import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { beginCheck } from '../../../miniprogram/src/journey/begin.ts';
import { switchToStaff } from '../../../miniprogram/src/journey/switch-to-staff.ts';
import * as limits from '../../../shared/limits.ts';
import { fetchToken } from '../../stand-ins/counter/fetch-token.ts';
import { readCounter } from '../../stand-ins/counter/read-counter.ts';
import { type DeskWorld, openDeskWorld, scan, startCheck } from './desk.fixture.ts';

const chromium = inject('chromium');
const second = 1000;
/** Milliseconds for a whole test, and for one step of a page on a busy machine. */
const patience = 300 * second;
const stepPatience = 60 * second;
const counterId = 'cnt_sandbox-hotel-2';
const tabsOpened = 6;
/** Each look is a token and some streams: seldom enough for the quotas of a counter, however fast the machine. */
const places = { timeout: stepPatience, interval: second / 2 };

const ways = [
  ['a shared worker', async (_context: BrowserContext) => undefined],
  ['a tab that leads', withoutWorker],
] as const;

/** As a browser that has none. */
async function withoutWorker(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => void Reflect.deleteProperty(globalThis, 'SharedWorker'));
}

describe.skipIf(chromium === '')('tabs of one counter', () => {
  let world: DeskWorld;
  let window: BrowserContext;
  let tabs: Page[] = [];

  beforeAll(async () => {
    if (chromium === '') return;
    world = await openDeskWorld(chromium);
  }, patience);
  afterEach(async () => {
    await window.close();
    // The service notices that the streams have gone.
    await expect.poll(freePlaces, places).toBe(limits.eventStreamsPerCounter);
  });
  afterAll(() => world?.close());

  async function openTabs(prepare: (context: BrowserContext) => Promise<unknown>): Promise<void> {
    window = await world.openWindow(async (context) => void (await prepare(context)));
    tabs = [];
    for (let i = 0; i < tabsOpened; i++) {
      const tab = await window.newPage();
      await startCheck(tab, counterId);
      tabs.push(tab);
    }
  }

  /** How many more streams the service gives to this counter now. */
  async function freePlaces(): Promise<number> {
    const settings = readCounter(world.running.sandbox, counterId, world.running.bffUrl);
    const { token } = await fetchToken(settings);
    const leave = new AbortController();
    try {
      for (let open = 0; ; open++) {
        const answer = await fetch(`${world.running.bffUrl}/counter/v1/events`, {
          headers: { authorization: `Bearer ${token}` },
          signal: leave.signal,
        });
        if (answer.status === 429) return open;
      }
    } finally {
      leave.abort();
    }
  }

  /** A guest scans the code of this tab and declines: the tab hears of both. */
  async function expectFollowing(tab: Page): Promise<void> {
    const journey = await beginCheck(world.phone.holder, await scan(tab));
    await tab.locator('body[data-state=claimed]').waitFor({ timeout: stepPatience });
    await switchToStaff(journey);
    await tab.locator('body[data-state=declined]').waitFor({ timeout: stepPatience });
    expect(await tab.locator('#lost').isVisible()).toBe(false);
  }

  it.each(ways)(
    'all follow over one stream, by %s',
    async (_how, prepare) => {
      await openTabs(prepare);
      await expect.poll(freePlaces, places).toBe(limits.eventStreamsPerCounter - 1);
      for (const tab of tabs) await expectFollowing(tab);
    },
    patience,
  );

  it.each(ways)(
    'go on where the first ones are closed, by %s',
    async (_how, prepare) => {
      await openTabs(prepare);
      const [first, second, ...others] = tabs;
      await first?.close();
      await second?.close({ runBeforeUnload: true });
      for (const tab of others) await expectFollowing(tab);
      await expect.poll(freePlaces, places).toBe(limits.eventStreamsPerCounter - 1);
    },
    patience,
  );

  it.each(ways)(
    'say that the line is gone while the service is, and take it back, by %s',
    async (_how, prepare) => {
      await openTabs(prepare);
      await world.running.bff.kill('SIGKILL');
      for (const tab of tabs) await tab.locator('#lost').waitFor({ timeout: stepPatience });
      await world.running.bff.restart();
      for (const tab of tabs) await tab.locator('#lost').waitFor({ state: 'hidden', timeout: stepPatience });
      for (const tab of tabs.slice(0, 2)) await expectFollowing(tab);
    },
    patience,
  );

  it(
    'say at once that this computer is offline, and take it back',
    async () => {
      // What Chromium puts offline are pages; a shared worker stays on the line, and so takes back what was said.
      await openTabs(withoutWorker);
      await window.setOffline(true);
      for (const tab of tabs)
        await tab.locator('#lost', { hasText: '没有网络' }).waitFor({ timeout: stepPatience });
      await window.setOffline(false);
      for (const tab of tabs) await tab.locator('#lost').waitFor({ state: 'hidden', timeout: stepPatience });
      for (const tab of tabs.slice(0, 2)) await expectFollowing(tab);
    },
    patience,
  );

  it(
    'follow by asking where all places of the counter are taken, and say nothing of it',
    async () => {
      const settings = readCounter(world.running.sandbox, counterId, world.running.bffUrl);
      const { token } = await fetchToken(settings);
      const leave = new AbortController();
      for (let i = 0; i < limits.eventStreamsPerCounter; i++)
        await fetch(`${world.running.bffUrl}/counter/v1/events`, {
          headers: { authorization: `Bearer ${token}` },
          signal: leave.signal,
        });
      await openTabs(async () => undefined);
      for (const tab of tabs.slice(0, 2)) await expectFollowing(tab);
      leave.abort();
    },
    patience,
  );
});
