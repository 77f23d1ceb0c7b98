import { View } from '@tarojs/components';
import { useState } from 'react';
import { rulesOf } from '../../../../shared/ceremonies.ts';
import type { CeremonyRules } from '../../../../shared/ceremony-rules.ts';
import { isConclusive, isFormHint, isIdPhotoHint, type RetryHint } from '../../../../shared/challenge.ts';
import type { Text } from '../../../../shared/text.ts';
import type { HolderProblem } from '../../holder/holder-problem.ts';
import { asProblem } from '../../holder/holder-problem.ts';
import { tryAgain } from '../../journey/answer.ts';
import type { Journey } from '../../journey/journey.ts';
import { goOn } from '../../parts/go-on.ts';
import { HomeButton, ProblemPanel } from '../../parts/problem-panel.tsx';
import { tryWithoutVoice } from '../../start/current-journey.ts';
import { goInstead, goOnly } from '../../start/go.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { uiTexts } from '../../ui/texts.ts';
import { useSay } from '../../ui/use-say.ts';
import { AfterPassLater } from './after-pass-later.tsx';
import { type Outcome, texts } from './texts.ts';

/** What can be done after this outcome; the first button is what most people want. */
export function NextSteps({ journey, outcome }: { journey: Journey; outcome: Outcome }) {
  const say = useSay();
  const [failed, setFailed] = useState<{ problem: HolderProblem; retry: () => void }>();
  const [working, setWorking] = useState(false);
  const { view, typed } = journey;
  const { samples, beginsWith, passBrings, texts: said } = rulesOf(view.ceremony);
  const hints = view.hints ?? [];
  // The same phone would record no better.
  const withoutVoice = journey.consent.voice && hints.includes('recording-unreadable');
  const again = (): void => {
    // Without the form that lies below: in a browser, what a page scrolls to would be found in that one.
    if ('identity' in samples && (typed === undefined || hints.some(isFormHint)))
      return void goOnly(pageOf(beginsWith));
    if (!withoutVoice) {
      tryAgain(journey);
      return void goOn(journey);
    }
    setWorking(true);
    setFailed(undefined);
    tryWithoutVoice(journey)
      .then(goOn)
      .catch((cause: unknown) => setFailed({ problem: asProblem(cause), retry: again }))
      .finally(() => setWorking(false));
  };
  if (failed !== undefined) {
    return <ProblemPanel problem={failed.problem} onRetry={failed.retry} check={journey} />;
  }
  if (outcome === 'retry') {
    return (
      <ActionButton
        id="try-again"
        symbol="again"
        label={say(working ? uiTexts.working : againText(hints, withoutVoice))}
        disabled={working}
        onTap={again}
      />
    );
  }
  if (outcome === 'passed')
    return passBrings === 'result' && (beginsWith === 'scan' || beginsWith === 'meet') ? (
      <HomeButton />
    ) : (
      <AfterPassLater journey={journey} />
    );
  if (hints.some(isConclusive)) {
    return (
      <View className="choices">
        <ActionButton
          id="manage"
          label={say(texts.manage)}
          weight="plain"
          onTap={() => void goOnly('manage')}
        />
        <HomeButton />
      </View>
    );
  }
  const weight = outcome === 'declined' || outcome === 'not-here' ? 'plain' : 'strong';
  return (
    <View className="choices">
      <ActionButton
        id={`${beginsWith}-again`}
        symbol={beginsWith === 'scan' ? 'scan' : 'again'}
        label={say(beginsWith === 'scan' ? texts.scanAgain : said.again)}
        weight={weight}
        onTap={() => void goInstead(pageOf(beginsWith))}
      />
      <HomeButton />
    </View>
  );
}

/** Where another one of that kind is begun. */
function pageOf(beginsWith: CeremonyRules['beginsWith']) {
  return beginsWith === 'protect' ? 'manage' : beginsWith;
}

/** Says where the next try begins: before the camera, or in the form. */
function againText(hints: readonly RetryHint[], withoutVoice: boolean): Text {
  if (hints.some(isIdPhotoHint)) return texts.otherPhoto;
  if (hints.some(isFormHint)) return texts.checkTyped;
  return withoutVoice ? texts.withoutVoice : texts.tryAgain;
}
