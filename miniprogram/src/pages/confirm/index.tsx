import { Text as Words } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';
import { isFinal } from '../../../../shared/sessions.ts';
import { asProblem } from '../../holder/holder-problem.ts';
import { agree } from '../../journey/answer.ts';
import type { Journey } from '../../journey/journey.ts';
import { switchToStaff } from '../../journey/switch-to-staff.ts';
import { watchSession } from '../../journey/watch-session.ts';
import { faceTakerTexts } from '../../parts/face-taker-texts.ts';
import { Hints } from '../../parts/hints.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { StaffedWay } from '../../parts/staffed-way.tsx';
import { Tick } from '../../parts/tick.tsx';
import { useWork } from '../../parts/use-work.ts';
import { codeFromLaunch } from '../../start/code-from-launch.ts';
import { journeyOf, resumeJourney, startCheck } from '../../start/current-journey.ts';
import { go, goInstead, isOnTop } from '../../start/go.ts';
import { pagePaths } from '../../start/page-paths.ts';
import { ActionBar, ActionPair } from '../../ui/action-button.tsx';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { uiTexts } from '../../ui/texts.ts';
import { usePageParameters } from '../../ui/use-page-parameters.ts';
import { useSay } from '../../ui/use-say.ts';
import '../../parts/ceremony.scss';
import { AskedFor } from './asked-for.tsx';
import { texts } from './texts.ts';

definePageConfig({ navigationBarTitleText: '确认核验' });

/** Who asks, for what and at which level; nothing is captured before the person agrees. */
export default function ConfirmPage() {
  const say = useSay();
  const parameters = usePageParameters();
  const { session } = parameters;
  // An app that was still open gets the code of the phone's own scanner here, without a launch.
  const code = parameters.code ?? codeFromLaunch({ query: parameters }) ?? '';
  const [journey, setJourney] = useState<Journey | undefined>(() => journeyOf(session ?? ''));
  const { problem, again } = useWork(async (isHere) => {
    const opened = session === undefined ? await startCheck(code) : await resumeJourney(session);
    if (!isHere()) return;
    const { id, state, asks } = opened.view;
    // Nobody asks for an application: its page of the result begins it anew.
    if (isFinal(state) || asks === undefined) return await goInstead('result', { session: id });
    if (state === 'deciding') return await goInstead('waiting', { session: id });
    if (session === undefined) keepInAddress(id);
    setJourney(opened);
  });
  if (problem !== undefined) {
    return (
      <Page title={texts.title}>
        <ProblemPanel problem={problem} onRetry={again} />
      </Page>
    );
  }
  if (journey === undefined) {
    return (
      <Page title={texts.title}>
        <Progress label={say(texts.opening)} />
      </Page>
    );
  }
  return (
    <Page title={texts.title} barred>
      <Choice journey={journey} />
    </Page>
  );
}

function Choice({ journey }: { journey: Journey }) {
  const say = useSay();
  const { view } = journey;
  const { faceBy } = journey.holder.link;
  const [voice, setVoice] = useState(journey.consent.voice);
  const [problem, setProblem] = useState<ReturnType<typeof asProblem>>();
  const [declining, setDeclining] = useState(false);
  /** A check that went on elsewhere is no longer to be chosen about. */
  const moveOn = useCallback((): void => {
    const { id, state } = journey.view;
    if (isFinal(state)) void goInstead('result', { session: id });
    else if (state === 'deciding') void goInstead('waiting', { session: id });
  }, [journey]);
  useDidShow(moveOn);
  useEffect(
    () =>
      watchSession(journey, () => {
        if (!isOnTop('waiting', 'result')) moveOn();
      }),
    [journey, moveOn],
  );
  const goAhead = (): void => {
    agree(journey, { face: true, voice });
    void go('face', { session: view.id });
  };
  const refuse = (): void => {
    setDeclining(true);
    setProblem(undefined);
    switchToStaff(journey)
      .then(() => goInstead('result', { session: view.id }))
      .catch((cause: unknown) => {
        setDeclining(false);
        const failed = asProblem(cause);
        if (failed.code === 'session-over') void goInstead('result', { session: view.id });
        else setProblem(failed);
      });
  };
  if (problem !== undefined) {
    return <ProblemPanel problem={problem} onRetry={refuse} />;
  }
  return (
    <>
      <AskedFor view={view} />
      <Hints hints={view.hints ?? []} />
      <Words className="line">{say(faceBy === 'phone' ? texts.uses : faceTakerTexts[faceBy].uses)}</Words>
      <Tick
        id="without-voice"
        ticked={!voice}
        title={say(texts.withoutVoice)}
        onChange={(ticked) => setVoice(!ticked)}
      />
      <StaffedWay />
      <ActionBar>
        <ActionPair
          first={{
            id: 'decline',
            label: say(declining ? uiTexts.working : texts.decline),
            disabled: declining,
            onTap: refuse,
          }}
          second={{
            id: 'agree',
            label: say(texts.agree),
            weight: 'strong',
            disabled: declining,
            onTap: goAhead,
          }}
        />
      </ActionBar>
    </>
  );
}

/** In a browser, the address names the session from now on, so that a reload finds it; a code is stale by then. */
function keepInAddress(session: string): void {
  if (process.env.TARO_ENV !== 'h5') return;
  history.replaceState(history.state, '', `${pagePaths.confirm}?session=${encodeURIComponent(session)}`);
}
