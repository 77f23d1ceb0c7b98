import { Text as Words } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useCallback, useRef, useState } from 'react';
import { consentFormOf, rulesOf } from '../../../../shared/ceremonies.ts';
import type { ConsentForm } from '../../../../shared/consent/consent-forms.ts';
import { type FormWords, textsInSession } from '../../../../shared/consent/texts-in-session.ts';
import { isFinal } from '../../../../shared/sessions.ts';
import { asProblem, type HolderProblem } from '../../holder/holder-problem.ts';
import { agree } from '../../journey/answer.ts';
import type { Journey } from '../../journey/journey.ts';
import { switchToStaff } from '../../journey/switch-to-staff.ts';
import { CheckPage } from '../../parts/check-page.tsx';
import { Deadline } from '../../parts/deadline.tsx';
import { goOn, goToEnd } from '../../parts/go-on.ts';
import { Hints } from '../../parts/hints.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { SwitchToStaff } from '../../parts/switch-to-staff.tsx';
import { useSettled } from '../../parts/use-settled.ts';
import { useToldLanguage } from '../../parts/use-told-language.ts';
import { go } from '../../start/go.ts';
import { ActionBar, ActionPair } from '../../ui/action-button.tsx';
import { Page } from '../../ui/page.tsx';
import { uiTexts } from '../../ui/texts.ts';
import { useSay } from '../../ui/use-say.ts';
import { AskedFor } from './asked-for.tsx';
import { ForFamily } from './for-family.tsx';
import { texts } from './texts.ts';

/** Face and voice are asked for apart, one question after the other; declining the first one is the end of it, at no disadvantage. */
export function Choice({ journey }: { journey: Journey }) {
  const { view } = journey;
  const [question, setQuestion] = useState<'face' | 'voice'>('face');
  const [declining, setDeclining] = useState(false);
  const [problem, setProblem] = useState<HolderProblem>();
  const left = useRef(false);
  useToldLanguage(journey.holder);
  /** A check that went on elsewhere is no longer to be chosen about. */
  const moveOn = useCallback((): void => {
    left.current = false;
    setQuestion('face');
    if (isFinal(journey.view.state) || journey.view.state === 'deciding') void goOn(journey);
  }, [journey]);
  useDidShow(moveOn);
  const capture = (voice: boolean): void => {
    // A finger that taps twice opens one page.
    if (left.current) return;
    left.current = true;
    // Somebody may have been chosen before, on the page of the family.
    delete journey.ward;
    agree(journey, { face: true, voice });
    void go('face', { session: view.id });
  };
  const decline = (): void => {
    setDeclining(true);
    setProblem(undefined);
    switchToStaff(journey)
      .then(() => goToEnd(journey))
      .catch((cause: unknown) => {
        setDeclining(false);
        const failed = asProblem(cause);
        if (failed.code === 'session-over') void goToEnd(journey);
        else setProblem(failed);
      });
  };
  if (problem !== undefined) {
    return (
      <Page title={texts.title}>
        <ProblemPanel problem={problem} onRetry={decline} check={journey} />
      </Page>
    );
  }
  return (
    <CheckPage title={texts.title} journey={journey} step="confirm" barred>
      {question === 'face' ? (
        <Face
          journey={journey}
          declining={declining}
          onAgree={() => setQuestion('voice')}
          onDecline={decline}
        />
      ) : (
        <Voice journey={journey} onChoose={capture} />
      )}
    </CheckPage>
  );
}

function Face(props: { journey: Journey; declining: boolean; onAgree: () => void; onDecline: () => void }) {
  const { journey, declining, onAgree, onDecline } = props;
  const say = useSay();
  const { view } = journey;
  const asked = wordsOf(journey)[journey.holder.link.faceBy];
  if (view.asks === undefined) return null;
  return (
    <>
      <AskedFor asks={view.asks} />
      <Hints hints={view.hints ?? []} />
      <ForFamily journey={journey} />
      <Words className="question">{say(asked.title)}</Words>
      <Words className="line">{say(asked.words)}</Words>
      {view.asks.meetingId === undefined ? <SwitchToStaff journey={journey} /> : null}
      <ActionBar>
        <Deadline journey={journey} />
        <ActionPair
          first={{
            id: 'decline',
            label: say(declining ? uiTexts.working : texts.decline),
            disabled: declining,
            onTap: onDecline,
          }}
          second={{
            id: 'agree',
            label: say(texts.agree),
            weight: 'strong',
            disabled: declining,
            onTap: onAgree,
          }}
        />
      </ActionBar>
    </>
  );
}

function Voice({ journey, onChoose }: { journey: Journey; onChoose: (voice: boolean) => void }) {
  const say = useSay();
  const settled = useSettled();
  const { voice } = wordsOf(journey);
  return (
    <>
      <Words className="question">{say(voice.title)}</Words>
      <Words className="line">{say(voice.words)}</Words>
      <Words className="soft line">{say(texts.readers)}</Words>
      <SwitchToStaff journey={journey} />
      <ActionBar>
        <Deadline journey={journey} />
        <ActionPair
          first={{
            id: 'without-voice',
            label: say(texts.withoutVoice),
            disabled: !settled,
            onTap: () => onChoose(false),
          }}
          second={{
            id: 'agree-voice',
            label: say(texts.agreeVoice),
            weight: 'strong',
            disabled: !settled,
            onTap: () => onChoose(true),
          }}
        />
      </ActionBar>
    </>
  );
}

/** The words that are recorded with what is agreed to. @throws RangeError for a ceremony that is agreed to on a page of its own */
function wordsOf({ view }: Journey): FormWords {
  const texts: Partial<Record<ConsentForm, FormWords>> = textsInSession;
  const words = texts[consentFormOf(rulesOf(view.ceremony))];
  if (words === undefined) throw new RangeError('agreed to elsewhere');
  return words;
}
