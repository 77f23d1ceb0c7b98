import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import jsqr from 'jsqr';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { buildPages } from '../../build/build-pages.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-processes.ts';
import { type Counter, openCounter } from '../../stand-ins/counter/counter.ts';
import { readCounter } from '../../stand-ins/counter/read-counter.ts';
import { scriptAuthority } from '../../stand-ins/phone/ask-sandbox.ts';
import { makeCitizen } from '../../stand-ins/phone/make-citizen.ts';
import { type Phone, pickUpPhone } from '../../stand-ins/phone/pick-up-phone.ts';
import { enrol } from '../../stand-ins/phone/play-journey.ts';
import { anySamples } from '../../stand-ins/phone/stand-in-platform.ts';
import { chromiumFlags } from '../chromium.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** Milliseconds that a guest waits for a code, on a busy machine. */
const scanPatience = 60_000;
const people = join(root, 'scripts', 'people');

/** A sandbox whose time can be moved, a browser at a counter, and a phone whose owner has a credential. */
export interface DeskWorld {
  running: RunningSandbox;
  browser: Browser;
  hotel: Counter;
  phone: Phone;
  /** A counter's browser window, with what it has stored. */
  openWindow(prepare?: (context: BrowserContext) => Promise<void>): Promise<BrowserContext>;
  /** The wall clocks of authority, platforms and BFF go ahead by so much more. */
  passOutside(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

export async function openDeskWorld(executablePath: string): Promise<DeskWorld> {
  buildPages(root);
  const folder = mkdtempSync(join(tmpdir(), 'lz-desk-'));
  const file = join(folder, 'ahead');
  writeFileSync(file, '0');
  const clock = new URL('./later-clock.ts', import.meta.url);
  clock.searchParams.set('file', file);
  const options = process.env.NODE_OPTIONS ?? '';
  // Also those that are started again find it.
  process.env.NODE_OPTIONS = `${options} --import ${clock.href}`;
  const running = await startSandbox({
    ...{ data: join(folder, 'data'), people, engines: false, logLevel: 'error' },
  });
  const hotel = await openCounter(readCounter(running.sandbox, 'cnt_sandbox-hotel-1', running.bffUrl));
  const phone = await pickUpPhone(running, 'guest', { samples: anySamples });
  await scriptAuthority(running, { name: 'stub-decision', outcome: 'pass', times: 1 });
  await enrol(phone.holder, { identity: makeCitizen(1, '测试甲') });
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
  let ahead = 0;
  return {
    ...{ running, browser, hotel, phone },
    async openWindow(prepare) {
      const viewport = { width: 1024, height: 768 };
      const context = await browser.newContext({ viewport, locale: 'zh-CN', baseURL: running.bffUrl });
      await prepare?.(context);
      return context;
    },
    async passOutside(milliseconds) {
      ahead += milliseconds;
      writeFileSync(file, String(ahead));
      await new Promise((resolve) => setTimeout(resolve, 150));
    },
    async close() {
      await browser.close();
      hotel.close();
      await running.stop();
      process.env.NODE_OPTIONS = options;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts a check at a counter of the page's first scene and waits for its code. */
export async function startCheck(page: Page, counterId = 'cnt_sandbox-hotel-1'): Promise<void> {
  await page.goto('/counter');
  await page.locator('#scenes input[value=hotel]').check();
  await page.locator('#counter').selectOption(counterId);
  await page.locator('#choose button[type=submit]').click();
  await page.locator('body[data-state=open] #qr path.dark').waitFor({ state: 'attached' });
}

/** What a phone's scanner reads off the screen, as soon as there is a code. @param frame what says in which state the desk is */
export async function scan(page: Page, frame = 'body'): Promise<string> {
  const end = performance.now() + scanPatience;
  while (performance.now() < end) {
    const read = await readCode(page, frame);
    if (read !== undefined) return read;
  }
  throw new Error('there is no code on the screen of the counter');
}

async function readCode(page: Page, frame: string): Promise<string | undefined> {
  if ((await page.locator(`${frame}[data-state=open] #qr path.dark`).count()) === 0) return undefined;
  const seen = await page.locator('#qr').screenshot();
  const { data, info } = await sharp(seen).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return jsqr.default(new Uint8ClampedArray(data), info.width, info.height)?.data;
}
