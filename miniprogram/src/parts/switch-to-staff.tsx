import { View } from '@tarojs/components';
import { useState } from 'react';
import { asProblem } from '../holder/holder-problem.ts';
import type { Journey } from '../journey/journey.ts';
import { switchToStaff } from '../journey/switch-to-staff.ts';
import { goInstead } from '../start/go.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useSay } from '../ui/use-say.ts';
import { checkTexts } from './check-texts.ts';
import { StaffedWay } from './staffed-way.tsx';
import { useSettled } from './use-settled.ts';

/** Whether the counter is being told; the last two by the text that says why it was not. */
type Telling = 'not' | 'now' | 'staffLater' | 'staffUntold';

/**
 * *Switch to staff*, one tap from every page of a check: the counter is told at once. Where it cannot be told the person is, and goes
 * there all the same. Where no counter asks, words name the staffed way. `strong` where nothing else helps.
 */
export function SwitchToStaff(props: { journey: Journey; weight?: 'strong' | 'plain' }) {
  const { journey, weight = 'plain' } = props;
  const say = useSay();
  const [telling, setTelling] = useState<Telling>('not');
  const settled = useSettled();
  const { id, asks } = journey.view;
  if (asks === undefined) return <StaffedWay />;
  const tell = (): void => {
    setTelling('now');
    switchToStaff(journey)
      // Also from the page of the result itself, which another address alone opens anew.
      .then(() => goInstead('result', { session: id, why: 'staff' }))
      .catch((cause: unknown) => {
        const { code } = asProblem(cause);
        if (code === 'session-over' || code === 'session-taken') void goInstead('result', { session: id });
        else setTelling(code === 'step-out-of-order' ? 'staffLater' : 'staffUntold');
      });
  };
  return (
    <View id="staffed-way" className="switch-to-staff">
      {telling === 'not' || telling === 'now' ? null : (
        <Notice tone="attention" text={say(checkTexts[telling])} />
      )}
      <ActionButton
        id="switch-to-staff"
        label={say(telling === 'now' ? checkTexts.staffTelling : checkTexts.staff)}
        weight={weight}
        symbol="person"
        disabled={telling === 'now' || !settled}
        onTap={tell}
      />
    </View>
  );
}
