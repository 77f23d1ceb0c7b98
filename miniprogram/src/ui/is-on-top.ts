import Taro from '@tarojs/taro';
import { type PageName, pagePaths } from './page-paths.ts';

/** Whether one of these pages is the one that is seen. */
export function isOnTop(...pages: PageName[]): boolean {
  const path = Taro.getCurrentInstance().router?.path ?? '';
  return pages.some((page) => path.includes(pagePaths[page].slice(1)));
}
