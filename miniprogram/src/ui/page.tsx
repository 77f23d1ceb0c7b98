import { View, Text as Words } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import { type ReactNode, useEffect } from 'react';
import type { Text } from '../../../shared/text.ts';
import { goBack } from '../start/go.ts';
import { aria, pressByKey } from './aria.ts';
import { usePreferences } from './preferences.ts';
import { uiTexts } from './texts.ts';
import { TypeSize } from './type-size.tsx';
import { useSay } from './use-say.ts';

const languageTags = { zh: 'zh-CN', en: 'en' } as const;

/**
 * What every page stands in: its title in the person's language, a way back where asked for (to the page below, or as it says), type size, colours, margins.
 * `barred`: it ends with an `ActionBar`. `entry`: people come in here, and may want larger type.
 */
export function Page(props: {
  title: Text;
  back?: boolean | (() => void);
  barred?: boolean;
  entry?: boolean;
  children?: ReactNode;
}) {
  const say = useSay();
  const { language, largeType } = usePreferences();
  const words = say(props.title);
  const nameBar = (): void => {
    Taro.setNavigationBarTitle({ title: words });
    if (process.env.TARO_ENV === 'h5') document.documentElement.lang = languageTags[language];
  };
  useDidShow(nameBar);
  useEffect(nameBar, [words, language]);
  useEffect(pressByKey, []);
  return (
    <View
      className={`page page-${language}${largeType ? ' large-type' : ''}${props.barred ? ' page-barred' : ''}`}
    >
      <View className="page-head">
        {props.back ? (
          <View
            className="page-back"
            {...aria({ role: 'button', label: say(uiTexts.back) })}
            onClick={typeof props.back === 'function' ? props.back : () => goBack()}
          >
            <View className="page-back-arrow" />
          </View>
        ) : null}
        <View className="page-title" {...aria({ role: 'heading', level: 1 })}>
          <Words>{words}</Words>
        </View>
        {props.entry ? <TypeSize /> : null}
      </View>
      {props.children}
    </View>
  );
}
