import { View } from '@tarojs/components';
import { useState } from 'react';
import { rulesOf } from '../../../../shared/ceremonies.ts';
import { isFormHint } from '../../../../shared/challenge.ts';
import type { HolderProblem } from '../../holder/holder-problem.ts';
import { asProblem } from '../../holder/holder-problem.ts';
import { giveUp, tryAgain } from '../../journey/answer.ts';
import type { Journey } from '../../journey/journey.ts';
import { goOn } from '../../parts/go-on.ts';
import { HomeButton, ProblemPanel } from '../../parts/problem-panel.tsx';
import { dropJourney } from '../../start/current-journey.ts';
import { goInstead, goOnly } from '../../start/go.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { uiTexts } from '../../ui/texts.ts';
import { useSay } from '../../ui/use-say.ts';
import { type Outcome, texts } from './texts.ts';

/** What can be done after this outcome; the first button is what most people want. */
export function NextSteps({ journey, outcome }: { journey: Journey; outcome: Outcome }) {
  const say = useSay();
  const [problem, setProblem] = useState<HolderProblem>();
  const { view, typed } = journey;
  const { parties, personBy, beginsWith, texts: said } = rulesOf(view.ceremony);
  const leave = (): void => {
    dropJourney();
    void goOnly('home');
  };
  const askStaff = (): void => {
    if (!parties.includes('counter')) {
      leave();
      return;
    }
    giveUp(journey)
      .then(() => goInstead('confirm', { session: view.id }))
      .catch((cause: unknown) => setProblem(asProblem(cause)));
  };
  const again = (): void => {
    const retypes = typed === undefined || view.hints?.some(isFormHint) === true;
    if (personBy === 'identity' && retypes) return void goInstead(beginsWith);
    tryAgain(journey);
    void goOn(journey);
  };
  if (problem !== undefined) {
    return <ProblemPanel problem={problem} onRetry={askStaff} />;
  }
  if (outcome === 'retry') {
    return (
      <View className="choices">
        <ActionButton id="try-again" label={say(texts.tryAgain)} onTap={again} />
        <ActionButton id="ask-staff" label={say(texts.askStaff)} onTap={askStaff} />
      </View>
    );
  }
  return (
    <View className="choices">
      {outcome === 'passed' ? null : (
        <ActionButton
          id={`${beginsWith}-again`}
          label={say(said.again)}
          weight={outcome === 'declined' ? 'plain' : 'strong'}
          onTap={() => void goInstead(beginsWith)}
        />
      )}
      {outcome === 'passed' && beginsWith !== 'scan' ? (
        <ActionButton id="scan" label={say(uiTexts.scan)} onTap={() => void goOnly('scan')} />
      ) : null}
      <HomeButton />
    </View>
  );
}
