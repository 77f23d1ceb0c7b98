import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { rulesOf } from '../../../../shared/ceremonies.ts';
import type { Journey } from '../../journey/journey.ts';
import { go } from '../../start/go.ts';
import { phoneStorage } from '../../start/open-holder.ts';
import { LinkRow } from '../../ui/link-row.tsx';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

/** Who answers for somebody may have what a counter alone asks for checked of one of them: nobody else sees it. */
export function ForFamily({ journey: { view } }: { journey: Journey }) {
  const say = useSay();
  const [answers, setAnswers] = useState(false);
  useEffect(() => {
    void phoneStorage()
      .read('wards')
      .then(
        (kept) => setAnswers(kept !== undefined),
        // Of nobody that is known here.
        () => undefined,
      );
  }, []);
  if (!answers || view.asks?.meetingId !== undefined || rulesOf(view.ceremony).parties.join() !== 'counter')
    return null;
  return (
    <View className="rows">
      <LinkRow
        id="for-family"
        label={say(texts.forFamily)}
        onTap={() => void go('family', { session: view.id })}
      />
    </View>
  );
}
