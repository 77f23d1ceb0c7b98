import { View, Text as Words } from '@tarojs/components';
import type { RetryHint } from '../../../shared/challenge.ts';
import { useSay } from '../ui/use-say.ts';
import { hintTexts } from './texts.ts';

/** What to do better, one line each. */
export function Hints({ hints }: { hints: readonly RetryHint[] }) {
  const say = useSay();
  if (hints.length === 0) return null;
  return (
    <View id="hints" className="card">
      {hints.map((hint) => (
        <Words key={hint} className="line">
          {`· ${say(hintTexts[hint])}`}
        </Words>
      ))}
    </View>
  );
}
