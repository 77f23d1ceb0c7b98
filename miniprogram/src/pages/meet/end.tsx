import { View, Text as Words } from '@tarojs/components';
import { useState } from 'react';
import type { MeetingView } from '../../../../shared/contract/peer/meeting.ts';
import { isFinal } from '../../../../shared/sessions.ts';
import type { Journey } from '../../journey/journey.ts';
import { awaitMeeting } from '../../journey/meeting.ts';
import { goOn } from '../../parts/go-on.ts';
import { Hints } from '../../parts/hints.tsx';
import { HomeButton } from '../../parts/problem-panel.tsx';
import { useWork } from '../../parts/use-work.ts';
import { readMeeting } from '../../peer/08-meeting.ts';
import { journeyOf, resumeJourney } from '../../start/current-journey.ts';
import { goInstead } from '../../start/go.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Picture } from '../../ui/drawing.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useSay } from '../../ui/use-say.ts';
import { OtherVerdict } from './other-verdict.tsx';
import { texts } from './texts.ts';

/** This phone's own check is over: how it ended, and, once both are, whether the other person is confirmed. */
export function End({ session }: { session: string }) {
  const say = useSay();
  const [seen, setSeen] = useState<{ journey: Journey; meeting?: MeetingView }>();
  const { problem, again } = useWork(async (isHere) => {
    const journey = journeyOf(session) ?? (await resumeJourney(session));
    if (!isHere()) return;
    if (!isFinal(journey.view.state)) return await goOn(journey);
    setSeen({ journey });
    const meetingId = journey.view.asks?.meetingId;
    if (meetingId === undefined) return;
    const meeting = await awaitMeeting(
      journey.holder,
      await readMeeting(journey.holder, meetingId),
      ['checking'],
      isHere,
    );
    if (isHere()) setSeen({ journey, meeting });
  });
  if (problem?.code === 'not-found') return <Over text={say(texts.forgotten)} />;
  if (problem !== undefined) return <ProblemNotice problem={problem} onRetry={again} />;
  if (seen === undefined) return <Progress label={say(texts.waiting)} />;
  const { journey, meeting } = seen;
  if (journey.view.asks === undefined) return <Over text={say(texts.forgotten)} />;
  if (meeting === undefined) return <Waits journey={journey} />;
  if (meeting.state !== 'confirmed' && meeting.state !== 'not-confirmed')
    return <Over text={say(texts.over)} next={say(texts.overNext)} />;
  return (
    <>
      <OtherVerdict journey={journey} meeting={meeting} confirmed={meeting.state === 'confirmed'} />
      <Words className="line">
        {say(meeting.state === 'confirmed' ? texts.confirmedNext : texts.notConfirmedNext)}
      </Words>
      <Own journey={journey} />
      <HomeButton />
    </>
  );
}

function Waits({ journey }: { journey: Journey }) {
  const say = useSay();
  return (
    <>
      <View id="meet-waiting" className="waiting">
        <Picture name="wait" />
        <Progress label={say(texts.waiting)} />
      </View>
      <Words className="line waiting-calm">{say(texts.waitingCalm)}</Words>
      <Own journey={journey} />
    </>
  );
}

/** How this phone's own check ended: for its owner alone, with the reason where there is one. */
function Own({ journey: { view } }: { journey: Journey }) {
  const say = useSay();
  if (view.state !== 'passed' && view.state !== 'failed') return null;
  const passed = view.state === 'passed';
  return (
    <>
      <Notice tone={passed ? 'good' : 'attention'} text={say(passed ? texts.ownPassed : texts.ownFailed)} />
      <Hints hints={view.hints ?? []} />
    </>
  );
}

function Over({ text, next }: { text: string; next?: string }) {
  const say = useSay();
  return (
    <>
      <Notice tone="information" text={text} {...(next === undefined ? {} : { next })} />
      <ActionButton id="meet-again" label={say(texts.again)} onTap={() => void goInstead('meet')} />
      <HomeButton />
    </>
  );
}
