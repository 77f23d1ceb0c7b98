import { View, Text as Words } from '@tarojs/components';
import { aria } from '../../ui/aria.ts';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';
import type { Loudness } from './use-level.ts';

/** How loud it is, as a bar and in words; nothing where the platform has no meter. */
export function Meter({ level }: { level: Loudness }) {
  const say = useSay();
  if (level.now === undefined) return <Words className="soft">{say(texts.listening)}</Words>;
  return (
    <View id="level" {...aria({ role: 'status', live: 'polite' })}>
      <View className="level">
        <View className="level-now" style={{ width: `${Math.round(Math.min(1, level.now) * 100)}%` }} />
      </View>
      <Words className="soft">{say(texts[level.advice])}</Words>
    </View>
  );
}
