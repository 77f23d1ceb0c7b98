import { pagePaths } from '../ui/page-paths.ts';

/** In a browser, the address names the session from now on, so that a reload finds it; a code is stale by then. */
export function keepInAddress(session: string): void {
  if (process.env.TARO_ENV !== 'h5') return;
  history.replaceState(history.state, '', `${pagePaths.confirm}?session=${encodeURIComponent(session)}`);
}
