import { View, Text as Words } from '@tarojs/components';
import { useSyncExternalStore } from 'react';
import { levelText } from '../../../../shared/levels.ts';
import { referenceOf } from '../../../../shared/reference.ts';
import { scenes } from '../../../../shared/scenes.ts';
import { useName } from '../../parts/use-name.ts';
import { go } from '../../start/go.ts';
import { keepsReceipts, receipts, watchReceipts } from '../../start/receipts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { Icon } from '../../ui/drawing.tsx';
import { Page } from '../../ui/page.tsx';
import { uiTexts } from '../../ui/texts.ts';
import { timeOf } from '../../ui/time-of.ts';
import { useSay } from '../../ui/use-say.ts';
import { outcomes, signs, texts } from './texts.ts';

definePageConfig({ navigationBarTitleText: '核验记录' });

export default function RecordsPage() {
  const say = useSay();
  const name = useName();
  const shown = useSyncExternalStore(watchReceipts, receipts);
  return (
    <Page title={texts.title} back>
      {shown.length === 0 ? (
        <Card>
          <Words>{say(texts.none)}</Words>
          <ActionButton id="scan" label={say(uiTexts.scan)} onTap={() => go('scan')} />
        </Card>
      ) : null}
      {shown.map(({ id, rpName, scene, level, outcome, at }) => (
        <Card key={id} heading={name(rpName)}>
          <View className={`record-end record-end-${outcome}`}>
            <Icon name={signs[outcome]} />
            <Words>{say(outcomes[outcome])}</Words>
          </View>
          <Words>{timeOf(at)}</Words>
          <Words>{say(scenes[scene].text)}</Words>
          <Words className="footnote">{`${say(texts.by)}${say(levelText[level])}`}</Words>
          <Words className="footnote record-reference">
            {say(texts.reference)} {referenceOf(id)}
          </Words>
        </Card>
      ))}
      <Words className="footnote">{say(keepsReceipts() ? texts.kept : texts.notKept)}</Words>
    </Page>
  );
}
