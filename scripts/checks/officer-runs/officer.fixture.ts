import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { testHolders } from '../../authority/register/test-holders.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-processes.ts';
import { scriptAuthority } from '../../stand-ins/phone/ask-sandbox.ts';
import { enrol } from '../../stand-ins/phone/play-journey.ts';
import { identityOf } from '../../stand-ins/phone/read-people.ts';
import { chromiumFlags, fakeDevices } from '../chromium.ts';
import { addDevice, type Device, keyboardOf, stepPatience } from '../console-runs/console.fixture.ts';
import { prepareRun } from '../miniprogram-host/prepare-run.ts';
import { type HeldPhone, holdPhone } from '../screenshots/world/phones.ts';
import { appoint } from './appoint.ts';

const people = join(import.meta.dirname, '..', '..', 'people');
const devices = join(import.meta.dirname, '..', 'h5-runs', 'fake-devices');

/** An officer's computer: the page, and who has a passkey at it. */
export interface DeskOf {
  page: Page;
  keyboard: ReturnType<typeof keyboardOf>;
  /** Each officer's security key, the first one's first. */
  keys: Device[];
}

/**
 * A sandbox with a card reader and an authority that decides of faces as it is told, a citizen with a basic credential, and Chromium with a camera before
 * which that citizen stands.
 */
export async function openOfficerWorld(executablePath: string) {
  const { output, pristine } = await prepareRun('h5');
  const data = mkdtempSync(join(tmpdir(), 'lz-officer-'));
  cpSync(pristine.folder, data, { recursive: true });
  const running = await startSandbox({
    ...{ data, people, engines: false, logLevel: 'error', cardReader: true },
    bffEnv: { LZ_H5: output },
  });
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...chromiumFlags,
      ...fakeDevices(join(devices, 'p01-camera.mjpeg'), join(devices, 'p01-bank.wav')),
    ],
  });
  const holder = await holdPhone(running, people, 'raised-citizen');
  await scriptAuthority(running, { name: 'stub-decision', outcome: 'pass', times: 1 });
  await enrol(holder.holder, { identity: identityOf(holder.person) }, { triesAgain: async () => false });
  const tester = await holdPhone(running, people, 'raised-tester');
  const { name = '', idNumber = '' } = testHolders.find(({ outcome }) => outcome === 'pass') ?? {};
  await enrol(tester.holder, { identity: { name, idNumber, validUntil: 'long-term' } });
  return {
    running,
    holder,
    /** Applied as the test holder of whom the sandbox has a card for each outcome. */
    tester,
    url: `${running.bffUrl.replace('127.0.0.1', 'localhost')}/officer`,
    /** The authority finds this of the next face. */
    decides: (outcome: 'pass' | 'fail' | 'retry', hints: string[] = []) =>
      scriptAuthority(running, { name: 'stub-decision', outcome, hints, times: 1 }),
    /** The engines take so long with the next one. */
    ponders: (ms: number) => scriptAuthority(running, { name: 'delay', ms, times: 1 }),
    layCard: (id: string) => layCard(running, id),
    /** Makes first officers of citizens at the first point, with links. */
    appoint: (names: readonly string[]) => Promise.all(names.map((name) => appoint(running, name))),
    openDesk: (links: readonly string[], size = { width: 1280, height: 800 }) =>
      openDesk(browser, links, size),
    openPhone: (held = holder) => openPhone(browser, running, held),
    browser,
    async close() {
      await browser.close();
      await running.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

export type OfficerWorld = Awaited<ReturnType<typeof openOfficerWorld>>;

async function layCard({ readerUrl = '' }: RunningSandbox, id: string): Promise<void> {
  const answer = await fetch(`${readerUrl}/card/${id}`, { method: 'PUT' });
  if (!answer.ok) throw new Error(`the reader answers ${answer.status}`);
}

/** A computer at which each of them has registered a security key by their link; the first one's is at hand. */
async function openDesk(
  browser: Browser,
  links: readonly string[],
  viewport: { width: number; height: number },
): Promise<DeskOf> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN' });
  context.setDefaultTimeout(stepPatience);
  const page = await context.newPage();
  const keyboard = keyboardOf(page);
  const keys: Device[] = [];
  for (const link of links) {
    for (const key of keys) await key.isTouched(false);
    keys.push(await addDevice(page, true, 'usb'));
    await page.goto('about:blank');
    await page.goto(link);
    await keyboard.type('passkey-name', '钥匙');
    await page.keyboard.press('Enter');
    await keyboard.on('登录上班');
  }
  for (const [place, key] of keys.entries()) await key.isTouched(place === 0);
  return { page, keyboard, keys };
}

/** The citizen's phone: a browser of its own, with what the held phone has stored. */
async function openPhone(browser: Browser, { bffUrl }: RunningSandbox, held: HeldPhone): Promise<Page> {
  const localStorage = Object.entries(held.stored()).map(([name, value]) => ({
    name: `liangzheng.${name}`,
    value,
  }));
  const context = await browser.newContext({
    ...{ viewport: { width: 375, height: 812 }, locale: 'zh-CN', isMobile: true, hasTouch: true },
    permissions: ['camera', 'microphone'],
    storageState: { cookies: [], origins: [{ origin: bffUrl, localStorage }] },
  });
  context.setDefaultTimeout(stepPatience);
  return await context.newPage();
}
