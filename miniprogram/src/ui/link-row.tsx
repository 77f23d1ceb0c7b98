import { View } from '@tarojs/components';
import { aria } from './aria.ts';
import { Icon } from './drawing.tsx';
import { RowWords } from './row-words.tsx';

/** A row that opens something; the whole row is the target. */
export function LinkRow(props: { id: string; label: string; hint?: string; onTap: () => void }) {
  const { id, label, hint, onTap } = props;
  return (
    <View
      id={id}
      className="row"
      onClick={onTap}
      {...aria({ role: 'button', ...(hint === undefined && { label }) })}
    >
      <RowWords label={label} hint={hint} />
      <Icon name="onward" />
    </View>
  );
}
