import { View } from '@tarojs/components';
import { go } from '../../start/go.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useSay } from '../../ui/use-say.ts';
import type { ShownCard } from './shown-card.ts';
import { texts } from './texts.ts';

/** What helps where the credential is there and cannot be shown. */
export const stillCards: { [status in ShownCard['status']]?: 'manage' | 'move' } = {
  frozen: 'manage',
  suspended: 'manage',
  unusable: 'move',
};

/** The way on, in the place of the scan; after a login elsewhere also that of who has lost the phone before. */
export function StillCard({ status }: Pick<ShownCard, 'status'>) {
  const say = useSay();
  const way = stillCards[status];
  if (way === undefined) return null;
  if (way === 'manage')
    return (
      <View className="home-first">
        <ActionButton id="open-manage" label={say(texts.openManage)} onTap={() => void go('manage')} />
      </View>
    );
  return (
    <View className="choices">
      <ActionButton id="bring-along" label={say(texts.bringAlong)} onTap={() => void go('move')} />
      <ActionButton
        id="phone-lost"
        label={say(texts.phoneLost)}
        weight="plain"
        onTap={() => void go('manage', { asks: 'report-phone' })}
      />
    </View>
  );
}
