import { View, Text as Words } from '@tarojs/components';
import { useEffect, useState } from 'react';
import * as limits from '../../../../shared/limits.ts';
import { awaitOutcome } from '../../journey/await-outcome.ts';
import type { Journey } from '../../journey/journey.ts';
import { nextStep } from '../../journey/next-step.ts';
import { awaitDeliveries, deliverAgain } from '../../journey/send-envelope.ts';
import { goOn } from '../../parts/go-on.ts';
import { HomeButton, ProblemPanel } from '../../parts/problem-panel.tsx';
import { SwitchToStaff } from '../../parts/switch-to-staff.tsx';
import { useWork } from '../../parts/use-work.ts';
import { journeyOf, resumeJourney } from '../../start/current-journey.ts';
import { goInstead } from '../../start/go.ts';
import { Picture } from '../../ui/drawing.tsx';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { usePageParameters } from '../../ui/use-page-parameters.ts';
import { useSay } from '../../ui/use-say.ts';
import '../../parts/ceremony.scss';
import { texts } from './texts.ts';

definePageConfig({ navigationBarTitleText: '正在核对' });

type Step = 'sending' | 'deciding' | 'long';

/**
 * Sends what is still on its way and waits for what comes next: the counter word, or the end. Envelopes that did not arrive go again, without
 * a new capture. Others work here, so that no time is shown.
 */
export default function WaitingPage() {
  const say = useSay();
  const { session = '' } = usePageParameters();
  const [step, setStep] = useState<Step>('sending');
  const [journey, setJourney] = useState<Journey | undefined>(() => journeyOf(session));
  const { problem, again } = useWork(async (isHere) => {
    const waited = journeyOf(session) ?? (await resumeJourney(session));
    if (!isHere()) return;
    setJourney(waited);
    deliverAgain(waited);
    void awaitDeliveries(waited).then(
      () => isHere() && setStep((now) => (now === 'sending' ? 'deciding' : now)),
      () => undefined,
    );
    if (nextStep(waited).at === 'waiting') await awaitOutcome(waited);
    if (isHere()) await goOn(waited);
  });
  useEffect(() => {
    const timer = setTimeout(() => setStep('long'), limits.longWait);
    return () => clearTimeout(timer);
  }, []);
  const retry = (): void => {
    if (problem?.action === 'capture-again') void goInstead('face', { session });
    else again();
  };
  if (problem !== undefined) {
    return (
      <Page title={texts.title}>
        <ProblemPanel problem={problem} onRetry={retry} check={journey} />
      </Page>
    );
  }
  return (
    <Page title={texts.title}>
      <View id="waiting-words" className="waiting">
        <Picture name="wait" />
        <Progress label={say(texts[step])} />
      </View>
      <Words className="line waiting-calm">{say(texts.calm)}</Words>
      {journey === undefined ? null : <SwitchToStaff journey={journey} />}
      {step === 'long' ? <HomeButton /> : null}
    </Page>
  );
}
