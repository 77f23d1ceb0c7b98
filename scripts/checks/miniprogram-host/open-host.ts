import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumFlags } from '../chromium.ts';
import type { CompiledOutput } from './compile/compile-output.ts';
import { pageFile } from './page-files.ts';
import type { ScriptedOwner } from './scripted-owner.ts';

/** Only a name: every request to it is answered from memory. A secure one, as the app's own origin is. */
const origin = 'https://miniprogram.test';

/** How the app is opened: by its icon, or by a page and its query as the platform's own scanner does. */
export interface Opening {
  path?: string;
  query?: Record<string, string>;
  /** Functions that this phone's `wx` or `my` does not have. */
  absentApis?: string[];
}

/** A mini-program that runs. */
export interface Host {
  page: Page;
  /** What went wrong inside it. */
  faults: string[];
  close(): Promise<void>;
}

export async function startChromium(executablePath: string): Promise<Browser> {
  return await chromium.launch({ executablePath, args: [...chromiumFlags] });
}

/** Runs a compiled output on the phone of that owner, with a storage of its own. */
export async function openHost(
  browser: Browser,
  output: CompiledOutput,
  owner: ScriptedOwner,
  { path = 'pages/home/index', query = {}, absentApis = [] }: Opening = {},
): Promise<Host> {
  const context = await browser.newContext({ viewport: { width: 375, height: 812 }, hasTouch: false });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', ({ stack, message }) => faults.push(stack ?? message));
  await page.exposeFunction('askPhone', (what: string, details: unknown) => owner.answer(what, details));
  await page.addInitScript(
    `window.absentApis=${JSON.stringify(absentApis)};
window.launch=${JSON.stringify({ path, query, scene: 1001 })};`,
  );
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const file = url.origin === origin ? pageFile(output, url.pathname) : undefined;
    if (file === undefined) faults.push(`there is no ${url.pathname}`);
    await (file === undefined ? route.fulfill({ status: 404 }) : route.fulfill(file));
  });
  await page.goto(`${origin}/`);
  const ready = page.locator('html[data-ready]').waitFor({ state: 'attached', timeout: 60_000 });
  await ready.catch((cause: unknown) => {
    throw new Error(`the mini-program did not open: ${faults.join('\n')}`, { cause });
  });
  return {
    page,
    faults,
    close: () => context.close(),
  };
}
