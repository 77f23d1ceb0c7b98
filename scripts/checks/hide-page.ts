import type { Page } from 'playwright-core';

/**
 * Headless pages are always seen: what a browser tells a page that is hidden, and shown again, is said to it. Locks of the screen that the page
 * has noted in `screenLocks` go with it, as the browser takes them away.
 */
export async function hidePage(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate(
    async (state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      if (state === 'hidden') await Promise.all((window.screenLocks ?? []).map((lock) => lock.release()));
      document.dispatchEvent(new Event('visibilitychange'));
    },
    hidden ? 'hidden' : 'visible',
  );
}

declare global {
  interface Window {
    screenLocks?: WakeLockSentinel[];
  }
}
