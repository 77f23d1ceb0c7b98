import { View, Text as Words } from '@tarojs/components';
import { useEffect } from 'react';
import type { FacePrompt } from '../../../../shared/challenge.ts';
import type { Text } from '../../../../shared/text.ts';
import { promptTexts } from '../../parts/texts.ts';
import { openHolder } from '../../start/open-holder.ts';
import { aria } from '../../ui/aria.ts';
import { Picture } from '../../ui/drawing.tsx';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

export type Showing =
  | { at: 'ready' }
  /** Nobody began for a while: the camera was let go. */
  | { at: 'closed' }
  | { at: 'preparing' }
  | { at: 'prompt'; prompt: FacePrompt | null; step: number };

/**
 * One prompt at a time in large type with its picture, felt, and read aloud where the platform can; before the first one, `ready`. Picture and preview are mirrors: who
 * turns to the left does so in both.
 */
export function Prompt({ showing, ready }: { showing: Showing; ready: Text }) {
  const say = useSay();
  const words = say(wordsOf(showing, ready));
  const capturing = showing.at === 'prompt';
  useEffect(() => {
    if (!capturing) return;
    openHolder()
      .then(({ platform }) => {
        platform.promptFeedback?.();
        platform.speak?.(words);
      })
      .catch(() => undefined);
  }, [capturing, words]);
  const name = capturing ? (showing.prompt ?? 'neutral') : showing.at;
  return (
    <View
      id="prompt"
      className={`prompt prompt-${name}${capturing ? ' live' : ' prompt-calm'}`}
      {...aria({ role: 'status', live: 'assertive', label: words })}
    >
      {capturing && showing.prompt !== null ? <Picture name={showing.prompt} /> : null}
      <Words className="prompt-words">{words}</Words>
    </View>
  );
}

function wordsOf(showing: Showing, ready: Text): Text {
  if (showing.at === 'ready') return ready;
  if (showing.at === 'prompt') return showing.prompt === null ? texts.look : promptTexts[showing.prompt];
  return texts[showing.at];
}
