import jsqr from 'jsqr';
import { chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { chromiumFlags } from '../chromium.ts';

/** A clerk at the counter page. */
export interface Clerk {
  page: Page;
  /** What a phone's scanner reads off the screen now. */
  scan(): Promise<string>;
  close(): Promise<void>;
}

/** Opens the counter page in a browser of its own. */
export async function openClerk(executablePath: string, bffUrl: string): Promise<Clerk> {
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
  const page = await browser.newPage({ viewport: { width: 1024, height: 768 }, locale: 'zh-CN' });
  await page.goto(`${bffUrl}/counter`);
  return {
    page,
    async scan() {
      const seen = await page.locator('#qr').screenshot();
      const { data, info } = await sharp(seen).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
      const read = jsqr.default(new Uint8ClampedArray(data), info.width, info.height);
      if (read === null) throw new Error('there is no code on the screen of the counter');
      return read.data;
    },
    close: () => browser.close(),
  };
}
