import { View, Text as Words } from '@tarojs/components';
import { ceremonies } from '../../../../shared/ceremonies.ts';
import { HomeButton } from '../../parts/problem-panel.tsx';
import { goInstead } from '../../start/go.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { aria } from '../../ui/aria.ts';
import { Icon } from '../../ui/drawing.tsx';
import { Page } from '../../ui/page.tsx';
import { useSay } from '../../ui/use-say.ts';
import { saidOf, texts } from './texts.ts';

/** Another phone stands at the counter: this one takes no part any more, and is told no more of it. */
export function Displaced() {
  const say = useSay();
  const { symbol, word, next } = saidOf('displaced', ceremonies.verify);
  return (
    <Page title={texts.title}>
      <View id="result-state" className="verdict-screen verdict result-displaced">
        <View className="verdict-said" {...aria({ role: 'status', live: 'polite' })}>
          <Icon name={symbol} />
          <Words className="verdict-word">{say(word)}</Words>
        </View>
      </View>
      <Words className="line">{say(next)}</Words>
      <View className="choices">
        <ActionButton
          id="scan-again"
          symbol="scan"
          label={say(ceremonies.verify.texts.again)}
          onTap={() => void goInstead('scan')}
        />
        <HomeButton />
      </View>
    </Page>
  );
}
