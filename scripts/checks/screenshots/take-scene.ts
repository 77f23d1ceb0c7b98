import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import * as limits from '../../../shared/limits.ts';
import type { Finding } from './finding.ts';
import { inspect } from './inspect/inspect.ts';
import { liveParts } from './live-parts.ts';
import { openPhone } from './open-browser.ts';
import type { Scene } from './scene.ts';
import type { Style } from './styles.ts';
import type { World } from './world/world.ts';

const patience = 30_000;
/** Milliseconds until a page that slides in has come to rest, and its buttons take a tap for meant. */
const slide = 500 + limits.strayKey;

/**
 * Shows the scene on a phone of its own and takes its picture, and notes
 * what a screen reader is told. @returns what is wrong with it
 */
export async function takeScene(
  browser: Browser,
  world: World,
  scene: Scene,
  style: Style,
  folder: string,
): Promise<Finding[]> {
  const phone = await openPhone(browser, world, scene, style);
  try {
    const page = await phone.newPage();
    page.setDefaultTimeout(patience);
    const faults = watchFaults(page, world.running.bffUrl);
    const shown = await show(page, world, scene);
    await takePictures(page, join(folder, scene.name));
    return [...shown, ...(shown.length === 0 ? await inspect(page) : []), ...faults];
  } finally {
    // A long poll that is changed on its way may still run.
    for (const page of phone.pages()) await page.unrouteAll({ behavior: 'ignoreErrors' });
    await phone.close();
    await world.clear();
  }
}

async function show(page: Page, world: World, { show: lead, ready }: Scene): Promise<Finding[]> {
  try {
    await lead(page, world);
    await page.locator(ready).first().waitFor();
    await page.waitForTimeout(slide);
    return [];
  } catch (problem) {
    const [reason = ''] = String(problem).split('\n');
    return [{ kind: 'not shown', what: `${ready}: ${reason}` }];
  }
}

/** What goes wrong while the page is open is added as it happens. */
function watchFaults(page: Page, origin: string): Finding[] {
  const faults: Finding[] = [];
  page.on('pageerror', (error) => faults.push({ kind: 'page error', what: String(error) }));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text()))
      faults.push({ kind: 'page error', what: message.text() });
  });
  page.on('response', (answer) => {
    const { pathname } = new URL(answer.url());
    if (answer.status() === 404 && answer.url().startsWith(origin) && !pathname.startsWith('/holder/'))
      faults.push({ kind: 'missing file', what: pathname });
  });
  return faults;
}

/** Parts that are measured by the screen grow with it, so that it takes a few looks until the whole page is on it. */
const looks = 3;

/** One picture of the whole page: what is below the first screen stands below it in the picture. */
async function takePictures(page: Page, path: string): Promise<void> {
  const screen = page.viewportSize();
  for (let look = 0; look < looks; look++) await growToPage(page);
  const mask = [page.locator(liveParts)];
  await page.screenshot({ path: `${path}.png`, animations: 'disabled', mask, maskColor: '#8f96a5' });
  if (screen !== null) await page.setViewportSize(screen);
  writeFileSync(`${path}.txt`, await page.locator('body').ariaSnapshot());
}

async function growToPage(page: Page): Promise<void> {
  const height = await page.evaluate(() => {
    const scrolled = [document.documentElement, ...document.querySelectorAll('.taro_page, #landing')];
    return Math.max(...scrolled.map(({ scrollHeight }) => scrollHeight));
  });
  const screen = page.viewportSize();
  if (screen !== null && height > screen.height) await page.setViewportSize({ ...screen, height });
}
