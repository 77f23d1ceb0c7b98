import type { Page } from 'playwright-core';
import type { Finding } from './screenshots/finding.ts';
import { inspect } from './screenshots/inspect/inspect.ts';

/** Milliseconds in which a page has followed the new size. */
const settle = 300;

/**
 * What is wrong with the page for somebody who has zoomed in: all that a machine sees on any page, and controls that cannot be brought onto the
 * screen. A browser that zooms gives the page fewer CSS pixels: a window of 1280x800 at 200 % (WCAG 2.2, 1.4.4) has 640x400, one of 1280x1024
 * at 400 % (1.4.10) has 320x256.
 */
export async function zoomedFindings(
  page: Page,
  size: { width: number; height: number },
): Promise<Finding[]> {
  const before = page.viewportSize();
  await page.setViewportSize(size);
  await page.waitForTimeout(settle);
  const found = [...(await page.evaluate(reachFindings)), ...(await inspect(page))];
  if (before !== null) await page.setViewportSize(before);
  return found;
}

/** Runs inside the page: each control, brought to the middle of the screen, is there as a whole and on top. */
function reachFindings(): Finding[] {
  const found: Finding[] = [];
  for (const control of document.querySelectorAll('a[href], button, select, input, [role=button]')) {
    if (!control.checkVisibility()) continue;
    const target = control.closest('label') ?? control;
    target.scrollIntoView({ block: 'center' });
    const { left, right, top, bottom } = target.getBoundingClientRect();
    const on = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const name = `#${control.id} “${(target.textContent ?? '').trim().slice(0, 20)}”`;
    if (left < 0 || right > innerWidth) found.push({ kind: 'too wide', what: name });
    if (on === null || !(target.contains(on) || on.contains(target)))
      found.push({ kind: 'covered', what: `${name} lies under .${on?.className}` });
  }
  scrollTo(0, 0);
  return found;
}
