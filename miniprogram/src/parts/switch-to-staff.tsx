import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Text } from '../../../shared/text.ts';
import { asProblem } from '../holder/holder-problem.ts';
import type { Journey } from '../journey/journey.ts';
import { switchToStaff } from '../journey/switch-to-staff.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useSay } from '../ui/use-say.ts';
import { checkTexts } from './check-texts.ts';
import { goToEnd } from './go-on.ts';
import { StaffedWay } from './staffed-way.tsx';
import { useSettled } from './use-settled.ts';

/** Whether the counter is being told; the last two by the text that says why it was not. */
type Telling = 'not' | 'now' | 'staffLater' | 'staffUntold';

/**
 * *Switch to staff*, one tap from every page of a check: the counter is told at once. Where it cannot be told the person is, and goes
 * there all the same. Where another person asks it ends the check. Where nobody asks, words name the staffed way. `strong` where nothing else helps.
 */
export function SwitchToStaff(props: { journey: Journey; weight?: 'strong' | 'plain' }) {
  const { journey, weight = 'plain' } = props;
  const say = useSay();
  const [telling, setTelling] = useState<Telling>('not');
  const settled = useSettled();
  const { asks } = journey.view;
  if (asks === undefined) return <StaffedWay />;
  const tell = (): void => {
    setTelling('now');
    switchToStaff(journey)
      // Also from the page of the result itself, which another address alone opens anew.
      .then(() => goToEnd(journey, { why: 'staff' }))
      .catch((cause: unknown) => {
        const { code } = asProblem(cause);
        if (code === 'session-over' || code === 'session-taken') void goToEnd(journey);
        else setTelling(code === 'step-out-of-order' ? 'staffLater' : 'staffUntold');
      });
  };
  return (
    <View id="staffed-way" className="switch-to-staff">
      {telling === 'not' || telling === 'now' ? null : (
        <Notice
          tone="attention"
          text={say(asks.meetingId === undefined ? checkTexts[telling] : checkTexts.stillThere)}
        />
      )}
      <ActionButton
        id="switch-to-staff"
        label={say(labelOf(telling === 'now', asks.meetingId !== undefined))}
        weight={weight}
        symbol="person"
        disabled={telling === 'now' || !settled}
        onTap={tell}
      />
    </View>
  );
}

/** There are staff where a counter asks; another person is only left. */
function labelOf(tells: boolean, privately: boolean): Text {
  if (privately) return tells ? checkTexts.leaving : checkTexts.leave;
  return tells ? checkTexts.staffTelling : checkTexts.staff;
}
