import { View, Text as Words } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import { type ReactNode, useEffect } from 'react';
import type { Text } from '../../../shared/text.ts';
import { goBack } from '../start/go.ts';
import { heedPlace } from '../start/heed-later.ts';
import { inSandbox } from '../start/open-holder.ts';
import { aria, pressByKey } from './aria.ts';
import { Icon, Mark } from './drawing.tsx';
import { PageTools } from './page-tools.tsx';
import { usePreferences } from './preferences.ts';
import { uiTexts } from './texts.ts';
import { useSay } from './use-say.ts';

const languageTags = { zh: 'zh-CN', en: 'en' } as const;

/**
 * What every page stands in: the ribbon of a sandbox, a way back where asked for (to the page below, or as it says), language and type
 * size, its title in the person's language, colours, margins.
 * `barred`: it ends with an `ActionBar`. `compact`: it needs its room for something else, so that the title stands in the bar.
 */
export function Page(props: {
  title: Text;
  back?: boolean | (() => void);
  barred?: boolean;
  compact?: boolean;
  children?: ReactNode;
}) {
  const say = useSay();
  const { language, largeType } = usePreferences();
  const { barred = false, compact = false } = props;
  const words = say(props.title);
  const nameBar = (): void => {
    Taro.setNavigationBarTitle({ title: words });
    if (process.env.TARO_ENV === 'h5') document.documentElement.lang = languageTags[language];
  };
  useDidShow(() => {
    nameBar();
    void heedPlace();
  });
  useEffect(nameBar, [words, language]);
  useEffect(pressByKey, []);
  const looks = [`page page-${language}`, largeType && 'large-type', barred && 'page-barred'];
  const title = (
    <View className={`page-title${compact ? ' page-bar-room' : ''}`} {...aria({ role: 'heading', level: 1 })}>
      <Words>{words}</Words>
    </View>
  );
  return (
    <View className={[...looks, compact && 'page-compact'].filter(Boolean).join(' ')}>
      {inSandbox() ? (
        <View className="ribbon">
          <Words>{say(uiTexts.sandbox)}</Words>
        </View>
      ) : null}
      <View className="page-bar">
        {props.back ? (
          <Back onTap={typeof props.back === 'function' ? props.back : () => goBack()} />
        ) : (
          <Mark />
        )}
        {compact ? title : <View className="page-bar-room" />}
        <PageTools />
      </View>
      {compact ? null : title}
      {props.children}
    </View>
  );
}

function Back({ onTap }: { onTap: () => void }) {
  const say = useSay();
  return (
    <View className="page-back" onClick={onTap} {...aria({ role: 'button', label: say(uiTexts.back) })}>
      <Icon name="back" />
    </View>
  );
}
