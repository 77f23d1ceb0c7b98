import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { hidePage } from '../hide-page.ts';
import type { BrowserPhone } from './browser-phone.ts';
import { fillIn, signIn, stepPatience } from './ceremonies.fixture.ts';
import { type Reader, readerOf } from './citizen.fixture.ts';
import { openWorld, type World } from './world.fixture.ts';

const chromium = inject('chromium');

declare global {
  interface Window {
    /** Every track that the page was given. */
    tracks: MediaStreamTrack[];
  }
}

/** Keeps the tracks of all devices that the page opens, where the test can see them. */
function keepTracks(): void {
  window.tracks = [];
  const devices = navigator.mediaDevices;
  const open = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (wanted) => {
    const stream = await open(wanted);
    window.tracks.push(...stream.getTracks());
    return stream;
  };
}

const live = (page: Page) =>
  page.evaluate(() => window.tracks.filter(({ readyState }) => readyState === 'live').length);

describe.skipIf(chromium === '')("the light of the browser's camera", () => {
  let world: World;
  let phone: BrowserPhone | undefined;
  let phones = 0;

  let citizen: Reader;

  beforeAll(async () => {
    if (chromium === '') return;
    world = await openWorld(chromium);
    citizen = await readerOf('p01');
  });
  afterEach(async () => {
    expect(phone?.faults ?? []).toEqual([]);
    await phone?.close();
    phone = undefined;
  });
  afterAll(() => world?.close());

  /** A new phone on the page where the face is captured, its camera open. */
  async function beforeCamera(clock = false): Promise<Page> {
    phones++;
    const opened = await world.open(`light-${phones}`, citizen);
    phone = opened;
    const { page } = opened;
    await page.addInitScript(keepTracks);
    if (clock) await page.clock.install();
    await page.goto(`${world.running.bffUrl}/pages/apply/index`);
    await signIn(opened, world.running, `1380000001${phones}`);
    await fillIn(opened, { name: citizen.name, idNumber: citizen.idNumber });
    await page.locator('#start-face:not(.action-resting)').waitFor({ timeout: stepPatience });
    expect(await live(page)).toBe(1);
    return page;
  }

  const isDark = (page: Page) => expect.poll(() => live(page), { timeout: stepPatience }).toBe(0);

  it('goes out once the face was captured', async () => {
    const page = await beforeCamera();
    await page.locator('#start-face').click();
    await page.locator('#digits').waitFor({ timeout: stepPatience });
    await isDark(page);
  });

  it('goes out where the person goes back', async () => {
    const page = await beforeCamera();
    await page.goBack();
    await isDark(page);
  });

  it('goes out where the page is hidden in the middle, and the page says that nothing was sent', async () => {
    const page = await beforeCamera();
    await page.locator('#start-face').click();
    await page.locator('.prompt-neutral').waitFor();
    await hidePage(page, true);
    await isDark(page);
    await page.locator('.problem-capture-interrupted').waitFor();
  });

  it('stays out where the camera was unplugged in the middle, and the page says so', async () => {
    const page = await beforeCamera();
    await page.locator('#start-face').click();
    await page.locator('.prompt-neutral').waitFor();
    // A track that the page itself stops tells nobody: the event stands for the plug that was pulled.
    await page.evaluate(() => {
      for (const track of window.tracks) track.dispatchEvent(new Event('ended'));
    });
    await page.locator('.problem-camera-missing').waitFor();
    await isDark(page);
  });

  it('goes out after a minute in which nobody starts, and comes back when it is asked for', async () => {
    const page = await beforeCamera(true);
    await page.clock.fastForward(61_000);
    await page.locator('#open-camera').waitFor();
    await isDark(page);
    await page.locator('#open-camera').click();
    await page.locator('#start-face:not(.action-resting)').waitFor();
    expect(await live(page)).toBe(1);
  });
});
