/**
 * Calls `leave` once the app, which draws behind the landing page, has something to show: a page that is no longer waiting for what it
 * shows. Until then nothing of it can be focused or read aloud.
 */
export function awaitApp(app: HTMLElement, leave: () => void): void {
  const watching = new MutationObserver(() => {
    if (![...app.querySelectorAll('.page')].some((page) => page.querySelector('.progress') === null)) return;
    watching.disconnect();
    leave();
  });
  watching.observe(app, { childList: true, subtree: true });
}
