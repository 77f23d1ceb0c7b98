import { View, Text as Words } from '@tarojs/components';

/** What a row is about, and below it what it does. */
export function RowWords({ label, hint }: { label: string; hint: string | undefined }) {
  return (
    <View className="row-words">
      <Words>{label}</Words>
      {hint === undefined ? null : <Words className="row-hint">{hint}</Words>}
    </View>
  );
}
