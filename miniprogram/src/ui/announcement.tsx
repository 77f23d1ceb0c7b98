import { View, Text as Words } from '@tarojs/components';
import { aria } from './aria.ts';

/** Words for the screen reader alone, read out whenever they change. */
export function Announcement({ words }: { words: string }) {
  return (
    <View className="announcement" {...aria({ role: 'status', live: 'polite' })}>
      <Words>{words}</Words>
    </View>
  );
}
