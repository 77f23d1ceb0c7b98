import Taro from '@tarojs/taro';
import { type PageName, pagePaths } from './page-paths.ts';

/** Opens a page above this one; back returns here. */
export async function go(page: PageName, parameters: Record<string, string> = {}): Promise<void> {
  await Taro.navigateTo({ url: pageUrl(page, parameters) });
}

/** Puts a page in the place of this one; back skips this one. */
export async function goInstead(page: PageName, parameters: Record<string, string> = {}): Promise<void> {
  await Taro.redirectTo({ url: pageUrl(page, parameters) });
}

/** Closes all pages and opens this one: after a result there is nothing to go back to. */
export async function goOnly(page: PageName, parameters: Record<string, string> = {}): Promise<void> {
  await Taro.reLaunch({ url: pageUrl(page, parameters) });
}

/** To the page below; after a reload there is none, and home takes its place. */
export async function goBack(): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack();
  else await goOnly('home');
}

/** Whether one of these pages is the one that is seen. */
export function isOnTop(...pages: PageName[]): boolean {
  const path = Taro.getCurrentInstance().router?.path ?? '';
  return pages.some((page) => path.includes(pagePaths[page].slice(1)));
}

function pageUrl(page: PageName, parameters: Record<string, string>): string {
  const query = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return query.length === 0 ? pagePaths[page] : `${pagePaths[page]}?${query.join('&')}`;
}
