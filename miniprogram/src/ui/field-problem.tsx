import { View, Text as Words } from '@tarojs/components';
import { aria } from './aria.ts';
import { Icon } from './drawing.tsx';

/** What is wrong with what was typed or chosen, read out as it appears; it stands right below the field. */
export function FieldProblem({ words }: { words: string }) {
  return (
    <View className="field-problem" {...aria({ role: 'alert', live: 'polite' })}>
      <Icon name="attention" />
      <Words>{words}</Words>
    </View>
  );
}
