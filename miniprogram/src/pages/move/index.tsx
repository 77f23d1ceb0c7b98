import { useState } from 'react';
import { readCredential } from '../../apply/07-credential.ts';
import type { OwnCredential } from '../../holder/answers.ts';
import type { Holder } from '../../holder/holder.ts';
import { asProblem, type HolderProblem } from '../../holder/holder-problem.ts';
import { tryAgain } from '../../journey/answer.ts';
import type { Typed } from '../../journey/journey.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { useToldLanguage } from '../../parts/use-told-language.ts';
import { useWork } from '../../parts/use-work.ts';
import { currentForm, startMove } from '../../start/current-journey.ts';
import { ensureLoggedIn } from '../../start/ensure-logged-in.ts';
import { go, isOnTop } from '../../start/go.ts';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Steps } from '../../ui/steps.tsx';
import { useSay } from '../../ui/use-say.ts';
import '../../parts/ceremony.scss';
import { ConsentStep } from '../apply/consent-step.tsx';
import { IdentityStep } from '../apply/identity-step.tsx';
import { Intro } from './intro.tsx';
import { texts } from './texts.ts';

definePageConfig({ navigationBarTitleText: '迁移网证' });

type Step = 'intro' | 'consent' | 'identity' | 'opening';

/** What comes when, consent, name and number, then the capture. One that may be tried again comes back to its form with what was typed. */
export default function MovePage() {
  const say = useSay();
  const [open] = useState(() => currentForm('move'));
  const [read, setRead] = useState<{ holder: Holder; credential: OwnCredential }>();
  useToldLanguage(read?.holder);
  const [consent, setConsent] = useState(open?.consent ?? { face: false, voice: false });
  const [step, setStep] = useState<Step>(open === undefined ? 'intro' : 'identity');
  const [typed, setTyped] = useState<Typed | undefined>(open?.typed);
  const [failed, setFailed] = useState<HolderProblem>();
  const { problem, again } = useWork(async () => {
    const holder = await ensureLoggedIn();
    setRead({ holder, credential: await readCredential(holder) });
  });
  const begin = (given: Typed): void => {
    setTyped(given);
    setFailed(undefined);
    setStep('opening');
    const before = currentForm('move');
    if (before !== undefined) tryAgain(before, given);
    Promise.resolve(before ?? startMove(consent, given))
      .then((journey) => {
        const { onEnd } = journey;
        // This page lies below the capture: what was typed is not to stay in it longer than the move.
        journey.onEnd = (view) => {
          onEnd?.(view);
          setTyped(undefined);
          setStep('intro');
        };
        // Whoever has left while it was opened is led to no camera.
        return isOnTop('move') ? go('face', { session: journey.view.id }) : undefined;
      })
      .then(() => setStep('identity'))
      .catch((cause: unknown) => setFailed(asProblem(cause)));
  };
  const shown = problem ?? failed;
  if (shown !== undefined) {
    const retry = typed === undefined ? () => setFailed(undefined) : () => begin(typed);
    return (
      <Page title={texts.title} back>
        <ProblemPanel problem={shown} onRetry={problem === undefined ? retry : again} />
      </Page>
    );
  }
  if (read === undefined || step === 'opening') {
    return (
      <Page title={texts.title} back>
        <Progress label={say(texts.working)} />
      </Page>
    );
  }
  const { holder, credential } = read;
  if (step === 'intro')
    return <Intro holder={holder} credential={credential} onNext={() => setStep('consent')} />;
  const filling = step === 'identity' && currentForm('move') === undefined;
  return (
    <Page title={texts.title} back={filling ? () => setStep('consent') : () => setStep('intro')} barred>
      <Steps at={step === 'consent' ? 1 : 2} of={3} />
      {step === 'consent' ? (
        <ConsentStep
          consent={consent}
          faceBy={holder.link.faceBy}
          form="move"
          why={texts.why}
          onChange={setConsent}
          onNext={() => setStep('identity')}
        />
      ) : (
        <IdentityStep holder={holder} before={typed} short onDone={begin} />
      )}
    </Page>
  );
}
