import { View, Text as Words } from '@tarojs/components';
import { useState } from 'react';
import { rulesOf } from '../../../../shared/ceremonies.ts';
import { isFinal } from '../../../../shared/sessions.ts';
import type { Text } from '../../../../shared/text.ts';
import type { Journey } from '../../journey/journey.ts';
import { Hints } from '../../parts/hints.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { StaffedWay } from '../../parts/staffed-way.tsx';
import { useWork } from '../../parts/use-work.ts';
import { endedJourneyOf, resumeJourney } from '../../start/current-journey.ts';
import { goInstead } from '../../start/go.ts';
import { aria } from '../../ui/aria.ts';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { usePageParameters } from '../../ui/use-page-parameters.ts';
import { useSay } from '../../ui/use-say.ts';
import '../../parts/ceremony.scss';
import type { SessionView } from '../../holder/who-asks.ts';
import { NextSteps } from './next-steps.tsx';
import { Receipt } from './receipt.tsx';
import { type Outcome, saidOf, texts, triesLeft } from './texts.ts';

definePageConfig({ navigationBarTitleText: '核验结果' });

/** How it ended and what to do next. What this phone already knows needs no network. */
export default function ResultPage() {
  const say = useSay();
  const { session = '' } = usePageParameters();
  const [journey, setJourney] = useState<Journey>();
  const { problem, again } = useWork(async (isHere) => {
    const known = endedJourneyOf(session);
    if (known !== undefined) return setJourney(known);
    const read = await resumeJourney(session);
    if (!isHere()) return;
    if (read.view.state === 'deciding') await goInstead('waiting', { session });
    else setJourney(read);
  });
  return (
    <Page title={texts.title}>
      {problem === undefined ? null : <ProblemPanel problem={problem} onRetry={again} />}
      {problem === undefined && journey === undefined ? <Progress label={say(texts.opening)} /> : null}
      {problem === undefined && journey !== undefined ? <Ended journey={journey} /> : null}
    </Page>
  );
}

function Ended({ journey }: { journey: Journey }) {
  const say = useSay();
  const { view } = journey;
  const outcome = outcomeOf(view);
  const { symbol, word, next } = saidOf(outcome, rulesOf(view.ceremony));
  return (
    <>
      <View
        id="result-state"
        className={`outcome result-${outcome}`}
        {...aria({ role: 'status', live: 'polite' })}
      >
        <Words className="outcome-symbol" {...aria({ hidden: true })}>
          {symbol}
        </Words>
        <Words className="outcome-word">{say(word)}</Words>
      </View>
      <Words className="line">{say(nextOf(view, next))}</Words>
      {view.sandbox === true ? <Words className="soft">{say(texts.sandbox)}</Words> : null}
      <Hints hints={view.hints ?? []} />
      {outcome === 'retry' && view.attemptsLeft !== undefined ? (
        <Words className="line">{say(triesLeft(view.attemptsLeft))}</Words>
      ) : null}
      <NextSteps journey={journey} outcome={outcome} />
      {outcome === 'passed' ? null : <StaffedWay />}
      {outcome === 'retry' ? null : <Receipt view={view} />}
    </>
  );
}

/** Hints are only spoken of where there are some. */
function nextOf({ state, hints = [] }: SessionView, next: Text): Text {
  return isFinal(state) || hints.length > 0 ? next : texts.noHints;
}

/** Anything that is not final can be tried again. */
function outcomeOf({ state }: SessionView): Outcome {
  switch (state) {
    case 'open':
    case 'claimed':
    case 'challenged':
    case 'deciding':
      return 'retry';
    default:
      return state;
  }
}
