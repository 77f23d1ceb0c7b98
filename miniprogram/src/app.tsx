import { useLaunch } from '@tarojs/taro';
import type { ReactNode } from 'react';
import './app.scss';
import { loadLater } from './load-later.ts';
import { codeFromLaunch } from './start/code-from-launch.ts';
import { goInstead } from './start/go.ts';

export default function App({ children }: { children?: ReactNode }) {
  useLaunch(({ path, query }) => {
    void loadLater();
    const address = process.env.TARO_ENV === 'h5' ? location.href : '';
    const code = codeFromLaunch({ path, query }, address);
    if (code !== undefined) setTimeout(() => void goInstead('confirm', { code }));
  });
  return children;
}
