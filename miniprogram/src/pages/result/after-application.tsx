import { View, Text as Words } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { HomeButton } from '../../parts/problem-panel.tsx';
import { goInstead, goOnly } from '../../start/go.ts';
import { readWaitingCounter, type WaitingCounter } from '../../start/waiting-counter.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { uiTexts } from '../../ui/texts.ts';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

/** The credential is here: where a counter waits for it, one tap leads back to its check. */
export function AfterApplication() {
  const say = useSay();
  const [waiting, setWaiting] = useState<WaitingCounter>();
  useEffect(() => {
    let gone = false;
    void readWaitingCounter().then((found) => {
      if (!gone) setWaiting(found);
    });
    return () => {
      gone = true;
    };
  }, []);
  const back = (): void => {
    const session = waiting?.session;
    void goInstead('confirm', session === undefined ? {} : { session });
  };
  if (waiting === undefined) {
    return (
      <View className="choices">
        <ActionButton id="scan" symbol="scan" label={say(uiTexts.scan)} onTap={() => void goOnly('scan')} />
        <HomeButton />
      </View>
    );
  }
  return (
    <View className="choices">
      <Words className="line">{say(texts.counterWaits)}</Words>
      <ActionButton id="back-to-check" label={say(texts.backToCheck)} onTap={back} />
      <HomeButton />
    </View>
  );
}
