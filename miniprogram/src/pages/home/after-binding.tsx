import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { HomeButton } from '../../parts/problem-panel.tsx';
import { texts } from '../../parts/texts.ts';
import { goInstead } from '../../start/go.ts';
import { phoneStorage } from '../../start/open-holder.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useSay } from '../../ui/use-say.ts';

/** One more family member is answered for: from now on this phone offers it at counters. */
export function AfterBinding() {
  const say = useSay();
  useEffect(() => {
    const storage = phoneStorage();
    void storage
      .read('wards')
      .then((kept) => (kept === undefined ? storage.write('wards', '{}') : undefined));
  }, []);
  return (
    <View className="choices">
      <ActionButton id="family" label={say(texts.family)} onTap={() => void goInstead('family')} />
      <HomeButton />
    </View>
  );
}
