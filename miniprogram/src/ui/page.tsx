import { View, Text as Words } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import type { ReactNode } from 'react';
import type { Text } from '../../../shared/text.ts';
import { usePreferences } from './use-preferences.ts';
import { useSay } from './use-say.ts';

/** What every page stands in: its title in the person's language, the type size, the colours and the margins. */
export function Page({ title, children }: { title: Text; children?: ReactNode }) {
  const say = useSay();
  const { largeType } = usePreferences();
  const words = say(title);
  useDidShow(() => {
    Taro.setNavigationBarTitle({ title: words });
  });
  return (
    <View className={largeType ? 'page large-type' : 'page'}>
      <Words className="page-title">{words}</Words>
      {children}
    </View>
  );
}
