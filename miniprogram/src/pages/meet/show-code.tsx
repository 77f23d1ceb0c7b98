import { View, Text as Words } from '@tarojs/components';
import { useState } from 'react';
import type { Holder } from '../../holder/holder.ts';
import { awaitMeeting, type ShownMeeting, showMeeting } from '../../journey/meeting.ts';
import { useServerNow } from '../../parts/use-server-now.ts';
import { useWork } from '../../parts/use-work.ts';
import { ensureLoggedIn } from '../../start/ensure-logged-in.ts';
import { goInstead } from '../../start/go.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { aria } from '../../ui/aria.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useSay } from '../../ui/use-say.ts';
import { codePicture } from './code-picture.ts';
import { texts } from './texts.ts';

/** Milliseconds between two looks at the clock: each second has its own code. */
const every = 250;

/** Shows a code until somebody scans it, and goes on to what is then asked. */
export function ShowCode() {
  const say = useSay();
  const [shown, setShown] = useState<ShownMeeting & { holder: Holder }>();
  const [ended, setEnded] = useState(false);
  const { problem, again } = useWork(async (isHere) => {
    setEnded(false);
    setShown(undefined);
    const holder = await ensureLoggedIn();
    const opened = await showMeeting(holder);
    if (!isHere()) return;
    setShown({ ...opened, holder });
    const { state, sessionId } = await awaitMeeting(holder, opened.meeting, ['open'], isHere);
    if (!isHere()) return;
    if (state === 'over' || sessionId === undefined) setEnded(true);
    else await goInstead('confirm', { session: sessionId });
  });
  if (problem !== undefined) return <ProblemNotice problem={problem} onRetry={again} />;
  if (ended) {
    return (
      <>
        <Notice tone="information" text={say(texts.unscanned)} />
        <ActionButton id="show-again" label={say(texts.showAgain)} onTap={again} />
      </>
    );
  }
  if (shown === undefined) return <Progress label={say(texts.opening)} />;
  return (
    <>
      <Words className="question meet-scan-me">{say(texts.scanMe)}</Words>
      <Code shown={shown} />
      <Words className="soft line">{say(texts.changes)}</Words>
    </>
  );
}

function Code({ shown: { holder, codeAt } }: { shown: ShownMeeting & { holder: Holder } }) {
  const say = useSay();
  const now = useServerNow(holder, every);
  const code = codeAt(now);
  return (
    <View
      id="meeting-code"
      className="meet-code live"
      data-code={code}
      style={{ backgroundImage: `url("${codePicture(code)}")` }}
      {...aria({ role: 'img', label: say(texts.code) })}
    />
  );
}
