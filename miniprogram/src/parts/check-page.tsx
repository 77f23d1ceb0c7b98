import { type ReactNode, useEffect } from 'react';
import type { Text } from '../../../shared/text.ts';
import type { Journey } from '../journey/journey.ts';
import { watchSession } from '../journey/watch-session.ts';
import { isOnTop } from '../start/go.ts';
import { Page } from '../ui/page.tsx';
import { Steps } from '../ui/steps.tsx';
import { useSeen } from '../ui/use-seen.ts';
import { goToEnd } from './go-on.ts';
import { type Step, stepOf } from './step-of.ts';
import { SwitchToStaff } from './switch-to-staff.tsx';

/**
 * A page of a ceremony on which the person does something: it says which step of how many it is, has *switch to staff*, and is left by
 * itself once the counter, or the time, has ended the session. While another page lies above, or the app is left, it does not look: what it
 * opened then would take the place of a page that has nothing to do with it.
 */
export function CheckPage(props: {
  title: Text;
  journey: Journey;
  /** None where it is not known how many there are. */
  step?: Step;
  /** A way to the page below. */
  back?: boolean | (() => void);
  barred?: boolean;
  /** The page needs its room for the capture. */
  compact?: boolean;
  children: ReactNode;
}) {
  const { title, journey, step, back = false, barred = false, compact = false, children } = props;
  const seen = useSeen();
  useEffect(
    () =>
      seen
        ? watchSession(journey, () => {
            if (!isOnTop('waiting', 'word', 'result', 'meet')) void goToEnd(journey);
          })
        : undefined,
    [journey, seen],
  );
  return (
    <Page title={title} back={back} barred={barred} compact={compact}>
      {step === undefined ? null : <Steps {...stepOf(journey, step)} />}
      {children}
      {barred ? null : <SwitchToStaff journey={journey} />}
    </Page>
  );
}
