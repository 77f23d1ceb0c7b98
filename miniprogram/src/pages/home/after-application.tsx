import { View, Text as Words } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { HomeButton } from '../../parts/problem-panel.tsx';
import { goInstead, goOnly } from '../../start/go.ts';
import { readWaitingCounter, type WaitingCounter } from '../../start/waiting-counter.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { uiTexts } from '../../ui/texts.ts';
import { useSay } from '../../ui/use-say.ts';
import { texts as ended } from '../result/texts.ts';
import { texts } from './after-texts.ts';

/** The credential is here: where a counter waits for it, one tap leads back to its check. `mayManage`: what comes later stands there; else it can be raised. */
export function AfterApplication({ mayManage }: { mayManage: boolean }) {
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
        {mayManage ? (
          <ActionButton
            id="manage"
            label={say(ended.manage)}
            weight="plain"
            onTap={() => void goOnly('manage')}
          />
        ) : (
          <ActionButton
            id="appointment"
            label={say(texts.raise)}
            weight="plain"
            onTap={() => void goOnly('appointment')}
          />
        )}
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
