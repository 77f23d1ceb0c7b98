import { call } from './api/call.ts';
import type { PageStack } from './page-stack.ts';

/** The functions that open and close pages, and those that tell of the app being left. */
export function navigationApi(pages: () => PageStack): Record<string, unknown> {
  const shown = new Set<(launch: object) => void>();
  const hidden = new Set<() => void>();
  window.leaveApp = () => {
    window.getApp?.()?.onHide?.();
    for (const listener of hidden) listener();
    pages().hideTop();
  };
  const open = (name: string, change: (url: string) => void) =>
    call(name, ({ url }: { url: string }) => {
      change(url);
      return {};
    });
  return {
    navigateTo: open('navigateTo', (url) => pages().push(url)),
    redirectTo: open('redirectTo', (url) => pages().replace(url)),
    reLaunch: open('reLaunch', (url) => pages().restart(url)),
    switchTab: open('switchTab', (url) => pages().restart(url)),
    navigateBack: call('navigateBack', ({ delta = 1 }: { delta?: number }) => {
      pages().back(delta);
      return {};
    }),
    onAppShow: (listener: (launch: object) => void) => void shown.add(listener),
    offAppShow: (listener: (launch: object) => void) => void shown.delete(listener),
    onAppHide: (listener: () => void) => void hidden.add(listener),
    offAppHide: (listener: () => void) => void hidden.delete(listener),
  };
}
