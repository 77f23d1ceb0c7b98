import { View, Text as Words } from '@tarojs/components';
import { useState } from 'react';
import type { EraseAnswer } from '../../../../shared/contract/protect/erase.ts';
import { Facts } from '../../parts/facts.tsx';
import { HomeButton } from '../../parts/problem-panel.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { StandsBehind } from '../../ui/stands-behind.tsx';
import { timeOf } from '../../ui/time-of.ts';
import { useSay } from '../../ui/use-say.ts';
import { takeAlong } from './take-along.ts';
import { keptTexts, texts } from './texts.ts';

/** The receipt of an erasure, to be taken along: its number, and what could not be deleted at once. */
export function Erased({ answer }: { answer: EraseAnswer }) {
  const say = useSay();
  const { erasureId, at, authority, kept, receipt } = answer;
  const [taken, setTaken] = useState<'yes' | 'failed'>();
  const isFile = process.env.TARO_ENV === 'h5';
  const take = (): void => {
    takeAlong(receipt, 'liangzheng-erasure.jws').then(
      () => setTaken('yes'),
      () => setTaken('failed'),
    );
  };
  return (
    <Page title={texts.erased}>
      <View id="erased">
        <Notice tone="good" text={say(texts.erased)} next={say(texts.erasedNext)} />
      </View>
      <Facts
        id="erasure"
        facts={[
          { id: 'erasure-number', name: say(texts.erasureNumber), value: erasureId, live: true },
          { name: say(texts.when), value: timeOf(at), live: true },
        ]}
      />
      {authority === 'nothing-held' ? null : (
        <Words className="line">
          {say(authority === 'done' ? texts.authorityDone : texts.authorityLater)}
        </Words>
      )}
      <Card heading={say(texts.whatStays)}>
        {kept.map((each) => (
          <Words key={each}>{say(keptTexts[each])}</Words>
        ))}
      </Card>
      {taken === undefined ? null : (
        <Notice
          tone={taken === 'yes' ? 'good' : 'attention'}
          text={say(taken === 'failed' ? texts.copyFailed : isFile ? texts.saved : texts.copied)}
        />
      )}
      <ActionButton
        id="take-receipt"
        label={say(isFile ? texts.saveReceipt : texts.copyReceipt)}
        onTap={take}
      />
      <HomeButton />
      <StandsBehind />
    </Page>
  );
}
