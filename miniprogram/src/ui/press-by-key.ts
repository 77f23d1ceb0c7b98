let listening = false;

/** In a browser, Enter and the space bar press what has the focus and is no native control. */
export function pressByKey(): void {
  if (process.env.TARO_ENV !== 'h5' || listening) return;
  listening = true;
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if ((key !== 'Enter' && key !== ' ') || !(target instanceof HTMLElement)) return;
    if (target.tabIndex !== 0 || !target.matches('[role]:not(input, button, a)')) return;
    event.preventDefault();
    target.click();
  });
}
