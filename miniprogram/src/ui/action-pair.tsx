import { View } from '@tarojs/components';
import { ActionButton } from './action-button.tsx';

interface Choice {
  id?: string;
  label: string;
  disabled?: boolean;
  onTap: () => void;
}

/** Two answers of equal weight, such as agree and decline: same size, same colours. In large type they stand below each other. */
export function ActionPair({ first, second }: { first: Choice; second: Choice }) {
  return (
    <View className="action-pair">
      <ActionButton weight="plain" {...first} />
      <ActionButton weight="plain" {...second} />
    </View>
  );
}
