import jsqr from 'jsqr';
import { chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import type { Scene } from '../../../shared/scenes.ts';
import type { CounterState } from '../../../shared/sessions.ts';
import { chromiumFlags } from '../chromium.ts';

/** Milliseconds for one step of the page, on a machine that does other things too. */
const patience = 120_000;

/** A clerk at the counter page. */
export interface Clerk {
  page: Page;
  /** Starts a check of that scene, which is the hotel's own by default, for its first purpose and at its first counter. */
  start(scene?: Scene): Promise<void>;
  /** What a phone's scanner reads off the screen, as soon as there is a code. */
  scan(): Promise<string>;
  /** Types the three digits that the guest says. */
  typeWord(digits: string): Promise<void>;
  /** Every state that the page has shown, in order. */
  shown(): Promise<string[]>;
  /** Waits until the check is in this state. */
  sees(state: CounterState): Promise<void>;
  close(): Promise<void>;
}

/** Opens the counter page in a browser of its own. */
export async function openClerk(executablePath: string, bffUrl: string): Promise<Clerk> {
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
  const page = await browser.newPage({ viewport: { width: 1024, height: 768 }, locale: 'zh-CN' });
  await page.addInitScript(noteStates);
  await page.goto(`${bffUrl}/counter`);
  return {
    page,
    async start(scene = 'hotel') {
      // Whatever was asked before is over.
      if (!(await page.locator('#choose').isVisible())) await page.locator('#change').click();
      await page.locator(`#scenes input[value=${scene}]`).check();
      await page.locator('#choose button[type=submit]').click();
      await page
        .locator('body[data-state=open] #qr path.dark')
        .waitFor({ state: 'attached', timeout: patience });
    },
    async scan() {
      const end = performance.now() + patience;
      while (performance.now() < end) {
        const seen = await page.locator('#qr').screenshot({ timeout: patience });
        const { data, info } = await sharp(seen).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
        const read = jsqr.default(new Uint8ClampedArray(data), info.width, info.height);
        if (read !== null) return read.data;
      }
      throw new Error('there is no code on the screen of the counter');
    },
    async typeWord(digits) {
      await page.locator('#word').fill(digits);
      await page.locator('#word-form button[type=submit]').click();
    },
    shown: () => page.evaluate(() => window.statesShown),
    sees: (state) => page.locator(`body[data-state=${state}]`).waitFor({ timeout: patience }),
    close: () => browser.close(),
  };
}

declare global {
  interface Window {
    statesShown: string[];
  }
}

/** Inside the page, before it runs: notes each state as it is shown. */
function noteStates(): void {
  window.statesShown = [];
  new MutationObserver(() => {
    const { state } = document.body.dataset;
    if (state !== undefined && state !== window.statesShown.at(-1)) window.statesShown.push(state);
  }).observe(document, { attributes: true, attributeFilter: ['data-state'], subtree: true });
}
