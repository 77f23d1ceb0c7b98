import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { useName } from '../../parts/use-name.ts';
import { go } from '../../start/go.ts';
import { readWaitingCounter, type WaitingCounter } from '../../start/waiting-counter.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

/** A counter waits for who is here in place of at its check: the way back, before anything else. */
export function WaitingNotice() {
  const say = useSay();
  const name = useName();
  const [counter, setCounter] = useState<WaitingCounter>();
  useDidShow(() => void readWaitingCounter().then(setCounter));
  if (counter === undefined) return null;
  const { asks, session } = counter;
  return (
    <Notice tone="attention" text={say(texts.waiting)} next={name(asks.rpName)}>
      <ActionButton
        id="back-to-counter"
        label={say(texts.goBack)}
        onTap={() => void go('confirm', session === undefined ? {} : { session })}
      />
    </Notice>
  );
}
