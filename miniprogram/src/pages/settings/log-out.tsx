import { View, Text as Words } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { goOnly } from '../../start/go.ts';
import { logOut } from '../../start/log-out.ts';
import { ActionButton, ActionPair } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

/** Asks once more, then wipes the phone and opens home. */
export function LogOut() {
  const say = useSay();
  const [step, setStep] = useState<'closed' | 'asking' | 'failed'>('closed');
  // The question is taller than the button that asks it, at the end of a long page.
  useEffect(() => {
    if (step === 'asking') void Taro.pageScrollTo({ selector: '#log-out-question', duration: 0 });
  }, [step]);
  const leave = (): void => {
    logOut().then(
      () => goOnly('home'),
      () => setStep('failed'),
    );
  };
  return (
    <Card heading={say(texts.logOut)}>
      <Words>{say(texts.logOutText)}</Words>
      {step === 'failed' ? <Notice tone="bad" text={say(texts.logOutFailed)} /> : null}
      {step === 'closed' ? (
        <ActionButton id="log-out" label={say(texts.logOut)} weight="plain" onTap={() => setStep('asking')} />
      ) : (
        <View id="log-out-question">
          <Notice tone="attention" text={say(texts.logOutAsk)}>
            <ActionPair
              first={{ id: 'log-out-yes', label: say(texts.logOutYes), onTap: leave }}
              second={{ id: 'log-out-no', label: say(texts.logOutNo), onTap: () => setStep('closed') }}
            />
          </Notice>
        </View>
      )}
    </Card>
  );
}
