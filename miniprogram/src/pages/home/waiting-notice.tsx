import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { useName } from '../../parts/use-name.ts';
import { go } from '../../start/go.ts';
import { readWaitingCounter, type WaitingCounter } from '../../start/waiting-counter.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

/** The counter that waits for who is here in place of at its check, if one does. */
export function useWaitingCounter(): WaitingCounter | undefined {
  const [counter, setCounter] = useState<WaitingCounter>();
  useDidShow(() => void readWaitingCounter().then(setCounter));
  return counter;
}

/** The way back to it, before anything else, and the one filled button of the page. */
export function WaitingNotice({ counter: { asks, session } }: { counter: WaitingCounter }) {
  const say = useSay();
  const name = useName();
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
