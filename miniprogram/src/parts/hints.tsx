import { View, Text as Words } from '@tarojs/components';
import type { RetryHint } from '../../../shared/challenge.ts';
import { aria } from '../ui/aria.ts';
import { useSay } from '../ui/use-say.ts';
import { hintTexts } from './texts.ts';

/** What to do better, one line each. */
export function Hints({ hints }: { hints: readonly RetryHint[] }) {
  const say = useSay();
  if (hints.length === 0) return null;
  return (
    <View id="hints" className="card">
      {hints.map((hint) => (
        <View key={hint} className="advice">
          <View className="advice-dot" {...aria({ hidden: true })} />
          <Words className="advice-words">{say(hintTexts[hint])}</Words>
        </View>
      ))}
    </View>
  );
}
