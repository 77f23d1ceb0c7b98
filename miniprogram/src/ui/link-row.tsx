import { View, Text as Words } from '@tarojs/components';
import { aria } from './aria.ts';

/** A row that opens something; the whole row is the target. */
export function LinkRow({ id, label, onTap }: { id: string; label: string; onTap: () => void }) {
  return (
    <View id={id} className="row" onClick={onTap} {...aria({ role: 'button', label })}>
      <Words className="row-label row-words">{label}</Words>
      <View className="row-arrow" />
    </View>
  );
}
