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

function pageUrl(page: PageName, parameters: Record<string, string>): string {
  const query = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return query.length === 0 ? pagePaths[page] : `${pagePaths[page]}?${query.join('&')}`;
}
