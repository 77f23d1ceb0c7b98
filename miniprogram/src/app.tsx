import { useLaunch } from '@tarojs/taro';
import type { ReactNode } from 'react';
import './app.scss';
import { loadLater } from './load-later.ts';
import { codeFromLaunch } from './start/code-from-launch.ts';
import { goInstead } from './start/go.ts';
import { pageOfCode } from './start/page-of-code.ts';
import { pagePaths } from './start/page-paths.ts';
import { prepareCheck } from './start/prepare-check.ts';

export default function App({ children }: { children?: ReactNode }) {
  useLaunch(({ path, query }) => {
    void loadLater();
    const address = process.env.TARO_ENV === 'h5' ? location.href : '';
    const code = codeFromLaunch({ path, query }, address);
    if (code === undefined) return;
    const page = pageOfCode(code);
    if (page === 'confirm') prepareCheck(code);
    // Where the platform opens the page of a check itself, that one reads the code.
    if (!`/${path}`.endsWith(pagePaths.confirm)) setTimeout(() => void goInstead(page, { code }));
  });
  return children;
}
