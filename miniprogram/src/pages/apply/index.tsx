import { useRef, useState } from 'react';
import { isIdPhotoHint } from '../../../../shared/challenge.ts';
import type { Holder } from '../../holder/holder.ts';
import { asProblem } from '../../holder/holder-problem.ts';
import { tryAgain } from '../../journey/answer.ts';
import type { Journey, Typed } from '../../journey/journey.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { useToldLanguage } from '../../parts/use-told-language.ts';
import { useWork } from '../../parts/use-work.ts';
import { currentForm, startApplication } from '../../start/current-journey.ts';
import { ensureLoggedIn } from '../../start/ensure-logged-in.ts';
import { go, isOnTop } from '../../start/go.ts';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Steps } from '../../ui/steps.tsx';
import { useSay } from '../../ui/use-say.ts';
import '../../parts/ceremony.scss';
import { ConsentStep } from './consent-step.tsx';
import { IdentityStep } from './identity-step.tsx';
import { texts } from './texts.ts';

definePageConfig({ navigationBarTitleText: '申请网证' });

type Step = 'consent' | 'identity' | 'opening';

/** Consent, then the form; an application that may be tried again comes back to its form with what was typed. */
export default function ApplyPage() {
  const say = useSay();
  const [holder, setHolder] = useState<Holder>();
  useToldLanguage(holder);
  const [open] = useState(() => currentForm('apply'));
  const [consent, setConsent] = useState(open?.consent ?? { face: false, voice: false });
  const [step, setStep] = useState<Step>(open === undefined ? 'consent' : 'identity');
  const [typed, setTyped] = useState<Typed | undefined>(open?.typed);
  const [photoWrong, setPhotoWrong] = useState(() => open?.view.hints?.find(isIdPhotoHint));
  const [failed, setFailed] = useState<ReturnType<typeof asProblem>>();
  const { problem, again } = useWork(async () => setHolder(await ensureLoggedIn()));
  const begin = (given: Typed): void => {
    setTyped(given);
    setPhotoWrong(undefined);
    setStep('opening');
    setFailed(undefined);
    const application = currentForm('apply');
    const opening =
      application === undefined ? startApplication(consent, given) : corrected(application, given);
    Promise.resolve(opening)
      .then((journey) => {
        forgetAtEnd(journey);
        // Whoever has left while it was opened is led to no camera.
        return isOnTop('apply') ? go('face', { session: journey.view.id }) : undefined;
      })
      .then(() => setStep('identity'))
      .catch((cause: unknown) => setFailed(asProblem(cause)));
  };
  const heeded = useRef<Journey>();
  /** This page lies below the capture and the result: what was typed is not to stay in it longer than the application. */
  const forgetAtEnd = (journey: Journey): void => {
    if (heeded.current === journey) return;
    heeded.current = journey;
    const { onEnd } = journey;
    journey.onEnd = (view) => {
      onEnd?.(view);
      setTyped(undefined);
      setPhotoWrong(undefined);
      setConsent({ face: false, voice: false });
      setStep('consent');
    };
  };
  const retry = (): void => {
    if (typed === undefined) setFailed(undefined);
    else begin(typed);
  };
  const shown = problem ?? failed;
  if (shown !== undefined) {
    return (
      <Page title={texts.title} back>
        <ProblemPanel problem={shown} onRetry={problem === undefined ? retry : again} />
      </Page>
    );
  }
  const filling = step === 'identity' && currentForm('apply') === undefined;
  return (
    <Page
      title={texts.title}
      back={filling ? () => setStep('consent') : true}
      barred={holder !== undefined && step !== 'opening'}
    >
      <Steps at={step === 'consent' ? 1 : 2} of={3} />
      {step === 'opening' || holder === undefined ? <Progress label={say(texts.working)} /> : null}
      {holder !== undefined && step === 'consent' ? (
        <ConsentStep
          consent={consent}
          faceBy={holder.link.faceBy}
          form="apply"
          why={texts.why}
          onChange={setConsent}
          onNext={() => setStep('identity')}
        />
      ) : null}
      {holder !== undefined && step === 'identity' ? (
        <IdentityStep holder={holder} before={typed} photoWrong={photoWrong} onDone={begin} />
      ) : null}
    </Page>
  );
}

/** The application goes on with what was corrected. */
function corrected(application: Journey, typed: Typed): Journey {
  tryAgain(application, typed);
  return application;
}
