import { View, Text as Words } from '@tarojs/components';
import { aria } from './aria.ts';

/** Something is under way: a turning ring with its words, or a bar where the share done (0..1) is known. */
export function Progress({ label, done }: { label: string; done?: number }) {
  return (
    <View className="progress" {...aria({ role: 'status', live: 'polite', label })}>
      {done === undefined ? (
        <View className="progress-ring" />
      ) : (
        <View className="progress-track">
          <View
            className="progress-bar"
            style={{ width: `${Math.round(100 * Math.min(1, Math.max(0, done)))}%` }}
          />
        </View>
      )}
      <Words className="progress-label">{label}</Words>
    </View>
  );
}
