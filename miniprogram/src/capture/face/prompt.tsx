import { View, Text as Words } from '@tarojs/components';
import { useEffect } from 'react';
import type { FacePrompt } from '../../../../shared/challenge.ts';
import type { Text } from '../../../../shared/text.ts';
import { promptTexts } from '../../journey/parts/texts.ts';
import { openHolder } from '../../start/open-holder.ts';
import { aria } from '../../ui/aria.ts';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

export type Showing =
  | { at: 'ready' }
  | { at: 'preparing' }
  | { at: 'prompt'; prompt: FacePrompt | null; step: number };

const steps = [1, 2, 3] as const;
/** The preview is mirrored: an arrow to the left is a turn to the person's own left. */
const figures = { 'turn-left': '⬅', 'turn-right': '➡', nod: '⬇', 'open-mouth': '○' } as const;

/** One prompt at a time in large type with a figure, read aloud where the platform can, and how far it has come. */
export function Prompt({ showing }: { showing: Showing }) {
  const say = useSay();
  const words = say(wordsOf(showing));
  const capturing = showing.at === 'prompt';
  useEffect(() => {
    if (!capturing) return;
    openHolder()
      .then(({ platform }) => platform.speak?.(words))
      .catch(() => undefined);
  }, [capturing, words]);
  const name = capturing ? (showing.prompt ?? 'neutral') : showing.at;
  const done = capturing ? showing.step : 0;
  return (
    <View
      id="prompt"
      className={`prompt prompt-${name}`}
      {...aria({ role: 'status', live: 'assertive', label: words })}
    >
      {capturing ? (
        <Words className="prompt-figure">{showing.prompt === null ? '☺' : figures[showing.prompt]}</Words>
      ) : null}
      <Words className="prompt-words">{words}</Words>
      {showing.at === 'ready' ? <Words className="soft">{say(texts.what)}</Words> : null}
      {capturing ? (
        <View className="segments" {...aria({ label: `${say(texts.step)} ${done}/${steps.length}` })}>
          {steps.map((step) => (
            <View key={step} className={step <= done ? 'segment segment-done' : 'segment'} />
          ))}
        </View>
      ) : null}
    </View>
  );
}

function wordsOf(showing: Showing): Text {
  if (showing.at === 'ready') return texts.ready;
  if (showing.at === 'preparing') return texts.preparing;
  return showing.prompt === null ? texts.look : promptTexts[showing.prompt];
}
