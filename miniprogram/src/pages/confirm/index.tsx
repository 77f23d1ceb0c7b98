import { useState, useSyncExternalStore } from 'react';
import { isFinal } from '../../../../shared/sessions.ts';
import type { Journey } from '../../journey/journey.ts';
import { goOn, goToEnd } from '../../parts/go-on.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { StaffedWay } from '../../parts/staffed-way.tsx';
import { useWork } from '../../parts/use-work.ts';
import { currentArrival, watchArrival } from '../../start/arrived.ts';
import { codeFromLaunch } from '../../start/code-from-launch.ts';
import { claimArrival, journeyOf, resumeJourney, startCheck } from '../../start/current-journey.ts';
import { goInstead } from '../../start/go.ts';
import { pageOfCode } from '../../start/page-of-code.ts';
import { pagePaths } from '../../start/page-paths.ts';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { usePageParameters } from '../../ui/use-page-parameters.ts';
import { useSay } from '../../ui/use-say.ts';
import '../../parts/ceremony.scss';
import './confirm.scss';
import { AskedFor } from './asked-for.tsx';
import { Choice } from './choice.tsx';
import { texts } from './texts.ts';

definePageConfig({ navigationBarTitleText: '确认核验' });

/** Who asks, as soon as that is known, for what and at which level; nothing is captured before the person agrees. */
export default function ConfirmPage() {
  const say = useSay();
  const parameters = usePageParameters();
  const { session } = parameters;
  // An app that was still open gets the code of the phone's own scanner here, without a launch.
  const code = parameters.code ?? codeFromLaunch({ query: parameters });
  const [journey, setJourney] = useState<Journey | undefined>(() => journeyOf(session ?? ''));
  const arrival = useSyncExternalStore(watchArrival, currentArrival);
  const { problem, again } = useWork(async (isHere) => {
    if (session === undefined && code !== undefined && pageOfCode(code) !== 'confirm')
      return await goInstead(pageOfCode(code), { code });
    const opened = await open({ session, code });
    if (!isHere()) return;
    const { id, state, asks } = opened.view;
    // Nobody asks for an application: its page of the result begins it anew.
    if (isFinal(state) || asks === undefined) return await goToEnd(opened);
    if (state === 'deciding') return await goOn(opened);
    if (session === undefined) keepInAddress(id);
    setJourney(opened);
  });
  const asks = arrival?.asks;
  if (problem !== undefined) {
    if (problem.code === 'session-taken' && session !== undefined) void goInstead('result', { session });
    return (
      <Page title={texts.title}>
        <ProblemPanel problem={problem} onRetry={again} check={journey} />
        {asks === undefined ? null : <AskedFor asks={asks} />}
      </Page>
    );
  }
  if (journey === undefined) {
    return (
      <Page title={texts.title}>
        {asks === undefined ? null : <AskedFor asks={asks} />}
        <Progress label={say(asks === undefined ? texts.opening : texts.arrived)} />
        <StaffedWay />
      </Page>
    );
  }
  return <Choice journey={journey} />;
}

/** The check of that session or that code; without either, of the scan that waits for the person to come back. */
function open({
  session,
  code,
}: {
  session: string | undefined;
  code: string | undefined;
}): Promise<Journey> {
  if (session !== undefined) return resumeJourney(session);
  return code === undefined ? claimArrival() : startCheck(code);
}

/** In a browser, the address names the session from now on, so that a reload finds it; a code is stale by then. */
function keepInAddress(session: string): void {
  if (process.env.TARO_ENV !== 'h5') return;
  history.replaceState(history.state, '', `${pagePaths.confirm}?session=${encodeURIComponent(session)}`);
}
