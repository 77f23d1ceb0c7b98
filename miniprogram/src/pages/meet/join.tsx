import { useWork } from '../../parts/use-work.ts';
import { joinMeeting } from '../../peer/02-join-meeting.ts';
import { ensureLoggedIn } from '../../start/ensure-logged-in.ts';
import { goInstead } from '../../start/go.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

/** A code was scanned off another person's phone: what is asked comes next, by a page of its own. */
export function Join({ code }: { code: string }) {
  const say = useSay();
  const { problem, again } = useWork(async (isHere) => {
    const holder = await ensureLoggedIn();
    const { sessionId } = await joinMeeting(holder, code);
    if (isHere() && sessionId !== undefined) await goInstead('confirm', { session: sessionId });
  });
  if (problem === undefined) return <Progress label={say(texts.joining)} />;
  const scansAgain = problem.action === 'scan-other-phone';
  return (
    <>
      <ProblemNotice problem={problem} {...(scansAgain || !problem.retryable ? {} : { onRetry: again })} />
      {scansAgain ? (
        <ActionButton
          id="scan-code"
          label={say(texts.scan)}
          symbol="scan"
          onTap={() => void goInstead('scan')}
        />
      ) : null}
      {problem.action === 'apply-first' ? (
        <ActionButton id="apply-first" label={say(texts.apply)} onTap={() => void goInstead('apply')} />
      ) : null}
    </>
  );
}
