import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { isFinal } from '../../../../shared/sessions.ts';
import { awaitDeliveries, deliverAgain } from '../../journey/await-deliveries.ts';
import { awaitOutcome } from '../../journey/await-outcome.ts';
import { journeyOf } from '../../journey/journey.ts';
import { errandIn, resume } from '../../journey/resume.ts';
import { goInstead } from '../../ui/go.ts';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { usePageParameters } from '../../ui/use-page-parameters.ts';
import { useSay } from '../../ui/use-say.ts';
import { HomeButton, ProblemPanel } from '../parts/problem-panel.tsx';
import { StaffedWay } from '../parts/staffed-way.tsx';
import { useWork } from '../parts/use-work.ts';
import '../parts/ceremony.scss';
import { texts } from './texts.ts';

definePageConfig({ navigationBarTitleText: '等待结果' });

type Step = 'sending' | 'deciding' | 'long';
const longAfter = 12_000;

/** Sends what is still on its way and waits for the end; envelopes that did not arrive go again, without a new capture. */
export default function WaitingPage() {
  const say = useSay();
  const parameters = errandIn(usePageParameters());
  const id = parameters.session ?? parameters.application ?? '';
  const [step, setStep] = useState<Step>('sending');
  const { problem, again } = useWork(async (isHere) => {
    const known = journeyOf(id);
    const journey = known ?? (await resume(parameters));
    deliverAgain(journey);
    void awaitDeliveries(journey).then(
      () => isHere() && setStep('deciding'),
      () => undefined,
    );
    const { state } = journey.view;
    if (known === undefined && (state === 'claimed' || state === 'challenged')) {
      const page = parameters.session === undefined ? 'result' : 'confirm';
      return await goInstead(page, parameters);
    }
    if (!isFinal(state)) await awaitOutcome(journey);
    if (isHere()) await goInstead('result', parameters);
  });
  useEffect(() => {
    const timer = setTimeout(() => setStep('long'), longAfter);
    return () => clearTimeout(timer);
  }, []);
  const retry = (): void => {
    if (problem?.action === 'capture-again') void goInstead('face', parameters);
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
