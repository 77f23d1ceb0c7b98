import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, chromium as playwright } from 'playwright-core';
import type { StorageKey } from '../../../miniprogram/src/platform/platform.ts';
import type { Level } from '../../../shared/levels.ts';
import type { Identity } from '../../../shared/sample/samples.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-processes.ts';
import { scriptAuthority } from '../../stand-ins/phone/ask-sandbox.ts';
import { pickUpPhone } from '../../stand-ins/phone/pick-up-phone.ts';
import { enrol } from '../../stand-ins/phone/play-journey.ts';
import { anySamples, storageInMemory } from '../../stand-ins/phone/stand-in-platform.ts';
import { chromiumFlags, fakeDevices } from '../chromium.ts';
import { prepareRun } from '../miniprogram-host/prepare-run.ts';
import { endOn, stepPatience } from './ceremonies.fixture.ts';
import type { Clerk } from './clerk.ts';

const people = join(import.meta.dirname, '..', '..', 'people');
const devices = join(import.meta.dirname, 'fake-devices');

/** Holders with phones, and who watches over the service, where nothing turns on who stands before the camera. */
export interface Holders {
  running: RunningSandbox;
  /** Errors that any of their pages threw. */
  faults: string[];
  /** A phone that was never used. */
  newPhone(): Promise<Page>;
  /** A new phone on which that account has just signed in. */
  signedIn(account: string): Promise<Page>;
  /** The phone of somebody who has applied, and whom an officer has seen where the level is strict. */
  holder(account: string, identity: Identity, level?: Level): Promise<Page>;
  /** The operator's console, signed in. */
  console(): Promise<Page>;
  /** The authority finds this of the next faces; of one, if nothing else is said. */
  decides(outcome: 'pass' | 'fail', times?: number): Promise<void>;
  close(): Promise<void>;
}

/** One Chromium, in which each of them has a browser of their own, beside an authority that decides as it is told: all cameras play one film. */
export async function openHolders(executablePath: string): Promise<Holders> {
  const { output, pristine } = await prepareRun('h5');
  const data = mkdtempSync(join(tmpdir(), 'lz-holders-'));
  cpSync(pristine.folder, data, { recursive: true });
  const bffEnv = { LZ_H5: output };
  const running = await startSandbox({ data, people, bffEnv, engines: false, logLevel: 'error' });
  const origin = running.bffUrl;
  const [film, sound] = [join(devices, 'p01-camera.mjpeg'), join(devices, 'p01-bank.wav')];
  const browser = await playwright.launch({
    executablePath,
    args: [...chromiumFlags, ...fakeDevices(film, sound)],
  });
  const faults: string[] = [];

  async function open(kept: ReadonlyMap<StorageKey, string>): Promise<Page> {
    const localStorage = [...kept].map(([key, value]) => ({ name: `liangzheng.${key}`, value }));
    const context = await browser.newContext({
      ...{ baseURL: origin, locale: 'zh-CN', viewport: { width: 375, height: 812 } },
      permissions: ['camera', 'microphone'],
      storageState: { cookies: [], origins: [{ origin, localStorage }] },
    });
    return watched(await context.newPage());
  }
  async function pickUp(account: string) {
    const kept = new Map<StorageKey, string>();
    const storage = storageInMemory(kept);
    return { kept, ...(await pickUpPhone(running, account, { storage, samples: anySamples })) };
  }
  function watched(page: Page): Page {
    page.setDefaultTimeout(stepPatience);
    page.on('pageerror', (error) => faults.push(String(error)));
    return page;
  }
  return {
    ...{ running, faults },
    newPhone: () => open(new Map()),
    async signedIn(account) {
      return await open((await pickUp(account)).kept);
    },
    async holder(account, identity, level = 'basic') {
      const { holder, kept } = await pickUp(account);
      await scriptAuthority(running, { name: 'stub-decision', outcome: 'pass', level, times: 1 });
      await enrol(holder, { identity });
      return await open(kept);
    },
    async console() {
      const url = `${origin.replace('127.0.0.1', 'localhost')}/console`;
      const context = await browser.newContext({ baseURL: url, locale: 'zh-CN' });
      const cookie = { name: 'lz-operator', value: running.operatorToken, httpOnly: true } as const;
      await context.addCookies([{ ...cookie, url, sameSite: 'Strict' }]);
      return watched(await context.newPage());
    },
    decides: (outcome, times = 1) => scriptAuthority(running, { name: 'stub-decision', outcome, times }),
    async close() {
      await browser.close();
      await running.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Agrees to the face alone and looks into the camera. */
export async function agreeByFace(page: Page): Promise<void> {
  await page.locator('#agree').click();
  await page.locator('#without-voice').click();
  await page.locator('#start-face').click();
}

/** Begins by the page's own button and looks into the camera, where nobody at a counter asks. @returns how it ended */
export async function showFace(page: Page): Promise<string> {
  await page.locator('#start-face').click();
  return (await endOn(page, () => Promise.reject(new Error('no word is needed')))).state;
}

/** Agrees and looks where a check is asked about; where there is a word, says it to the clerk, who types it. @returns how it ended on the phone */
export async function beChecked(page: Page, clerk: Clerk): Promise<string> {
  await agreeByFace(page);
  return (await endOn(page, clerk.typeWord)).state;
}
