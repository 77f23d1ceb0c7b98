import { View, Text as Words } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import { type ReactNode, useEffect } from 'react';
import type { Text } from '../../../shared/text.ts';
import { aria } from './aria.ts';
import { goBack } from './go-back.ts';
import { uiTexts } from './texts.ts';
import { usePreferences } from './use-preferences.ts';
import { useSay } from './use-say.ts';

/** What every page stands in: its title in the person's language, a way back where asked for, type size, colours, margins. */
export function Page(props: { title: Text; back?: boolean; children?: ReactNode }) {
  const say = useSay();
  const { language, largeType } = usePreferences();
  const words = say(props.title);
  const nameBar = (): void => {
    Taro.setNavigationBarTitle({ title: words });
  };
  useDidShow(nameBar);
  useEffect(nameBar, [words]);
  return (
    <View className={`page page-${language}${largeType ? ' large-type' : ''}`}>
      <View className="page-head">
        {props.back ? (
          <View
            className="page-back"
            {...aria({ role: 'button', label: say(uiTexts.back) })}
            onClick={() => goBack()}
          >
            <View className="page-back-arrow" />
          </View>
        ) : null}
        <View className="page-title" {...aria({ role: 'heading' })}>
          <Words>{words}</Words>
        </View>
      </View>
      {props.children}
    </View>
  );
}
