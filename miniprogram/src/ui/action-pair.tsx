import { View } from '@tarojs/components';
import { ActionButton } from './action-button.tsx';

interface Choice {
  id?: string;
  label: string;
  disabled?: boolean;
  onTap: () => void;
}

/** Two answers of equal weight, such as agree and decline: same size, same colours. */
export function ActionPair(props: { first: Choice; second: Choice; weight?: 'strong' | 'plain' }) {
  const { first, second, weight = 'plain' } = props;
  return (
    <View className="action-pair">
      <ActionButton weight={weight} {...first} />
      <ActionButton weight={weight} {...second} />
    </View>
  );
}
