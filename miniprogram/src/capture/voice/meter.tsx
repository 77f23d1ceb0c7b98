import { View, Text as Words } from '@tarojs/components';
import { aria } from '../../ui/aria.ts';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';
import type { Loudness } from './use-level.ts';

/** How loud it is, as a bar and in words; only words where the platform has no meter. Nothing of it is announced into the microphone. */
export function Meter({ level }: { level: Loudness }) {
  const say = useSay();
  if (level.now === undefined) return <Words className="level-advice">{say(texts.listening)}</Words>;
  const { advice } = level;
  return (
    <View id="level" className="live" {...aria({ hidden: true })}>
      <View className="level">
        <View className="level-now" style={{ width: `${Math.round(Math.min(1, level.now) * 100)}%` }} />
      </View>
      <Words className={advice === 'fine' ? 'level-advice' : 'level-advice level-warning'}>
        {say(texts[advice])}
      </Words>
    </View>
  );
}
