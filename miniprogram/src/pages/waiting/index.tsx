import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { limits } from '../../../../shared/limits.ts';
import { isFinal } from '../../../../shared/sessions.ts';
import { awaitOutcome } from '../../journey/await-outcome.ts';
import { awaitDeliveries, deliverAgain } from '../../journey/send-envelope.ts';
import { goOn } from '../../parts/go-on.ts';
import { HomeButton, ProblemPanel } from '../../parts/problem-panel.tsx';
import { StaffedWay } from '../../parts/staffed-way.tsx';
import { useWork } from '../../parts/use-work.ts';
import { journeyOf, resumeJourney } from '../../start/current-journey.ts';
import { goInstead } from '../../start/go.ts';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { usePageParameters } from '../../ui/use-page-parameters.ts';
import { useSay } from '../../ui/use-say.ts';
import '../../parts/ceremony.scss';
import { texts } from './texts.ts';

definePageConfig({ navigationBarTitleText: '等待结果' });

type Step = 'sending' | 'deciding' | 'long';

/** Sends what is still on its way and waits for the end; envelopes that did not arrive go again, without a new capture. */
export default function WaitingPage() {
  const say = useSay();
  const { session = '' } = usePageParameters();
  const [step, setStep] = useState<Step>('sending');
  const { problem, again } = useWork(async (isHere) => {
    const known = journeyOf(session);
    const journey = known ?? (await resumeJourney(session));
    deliverAgain(journey);
    void awaitDeliveries(journey).then(
      () => isHere() && setStep('deciding'),
      () => undefined,
    );
    const { state } = journey.view;
    if (known === undefined && (state === 'claimed' || state === 'challenged')) return await goOn(journey);
    if (!isFinal(state)) await awaitOutcome(journey);
    if (isHere()) await goInstead('result', { session });
  });
  useEffect(() => {
    const timer = setTimeout(() => setStep('long'), limits.longWait);
    return () => clearTimeout(timer);
  }, []);
  const retry = (): void => {
    if (problem?.action === 'capture-again') void goInstead('face', { session });
    else again();
  };
  return (
    <Page title={texts.title}>
      {problem === undefined ? (
        <>
          <View id="waiting-words">
            <Progress label={say(texts[step])} />
          </View>
          <StaffedWay />
          {step === 'long' ? <HomeButton /> : null}
        </>
      ) : (
        <ProblemPanel problem={problem} onRetry={retry} />
      )}
    </Page>
  );
}
