import { Text as Words } from '@tarojs/components';
import { useState } from 'react';
import { rulesOf } from '../../../../shared/ceremonies.ts';
import { isConclusive } from '../../../../shared/challenge.ts';
import { isFinal } from '../../../../shared/sessions.ts';
import type { Text } from '../../../../shared/text.ts';
import type { SessionView } from '../../holder/who-asks.ts';
import type { Journey } from '../../journey/journey.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Deadline } from '../../parts/deadline.tsx';
import { goOn } from '../../parts/go-on.ts';
import { Hints } from '../../parts/hints.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { SwitchToStaff } from '../../parts/switch-to-staff.tsx';
import { useWork } from '../../parts/use-work.ts';
import { endedJourneyOf, resumeJourney } from '../../start/current-journey.ts';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { usePageParameters } from '../../ui/use-page-parameters.ts';
import { useSay } from '../../ui/use-say.ts';
import '../../parts/ceremony.scss';
import './result.scss';
import { Displaced } from './displaced.tsx';
import { NextSteps } from './next-steps.tsx';
import { outcomeOf } from './outcome-of.ts';
import { Receipt } from './receipt.tsx';
import { saidOf, texts, triesLeft } from './texts.ts';
import { Verdict } from './verdict.tsx';

definePageConfig({ navigationBarTitleText: '核验结果' });

/** How it ended and what to do next. What this phone already knows needs no network. */
export default function ResultPage() {
  const say = useSay();
  const { session = '', why } = usePageParameters();
  const [journey, setJourney] = useState<Journey>();
  const { problem, again } = useWork(async (isHere) => {
    const known = endedJourneyOf(session);
    if (known !== undefined) return setJourney(known);
    const read = await resumeJourney(session);
    if (!isHere()) return;
    if (read.view.state === 'deciding') await goOn(read);
    else setJourney(read);
  });
  if (problem?.code === 'session-taken') return <Displaced />;
  return (
    <Page title={texts.title}>
      {problem === undefined ? null : <ProblemPanel problem={problem} onRetry={again} />}
      {problem === undefined && journey === undefined ? <Progress label={say(texts.opening)} /> : null}
      {problem === undefined && journey !== undefined ? <Ended journey={journey} why={why} /> : null}
    </Page>
  );
}

function Ended({ journey, why }: { journey: Journey; why: string | undefined }) {
  const say = useSay();
  const { view } = journey;
  const outcome = outcomeOf(view, why);
  const { next } = saidOf(outcome, rulesOf(view.ceremony));
  return (
    <>
      <Verdict journey={journey} outcome={outcome} />
      {view.hints?.some(isConclusive) ? null : <Words className="line">{say(nextOf(view, next))}</Words>}
      {journey.ward === undefined || outcome === 'passed' || outcome === 'retry' ? null : (
        <Words className="line">{say(texts.wardPapers)}</Words>
      )}
      <Hints hints={view.hints ?? []} />
      {outcome === 'retry' && view.attemptsLeft !== undefined ? (
        <Words className="line">{say(triesLeft(view.attemptsLeft))}</Words>
      ) : null}
      {outcome === 'retry' ? <Deadline journey={journey} /> : null}
      <NextSteps journey={journey} outcome={outcome} />
      {isFinal(view.state) ? <CopyButton id="family-copy" session={view.id} /> : null}
      {outcome === 'retry' ? <SwitchToStaff journey={journey} /> : <Receipt view={view} />}
    </>
  );
}

/** Hints are only spoken of where there are some. */
function nextOf({ state, hints = [] }: SessionView, next: Text): Text {
  return isFinal(state) || hints.length > 0 ? next : texts.noHints;
}
