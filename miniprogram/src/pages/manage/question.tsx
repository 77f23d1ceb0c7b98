import { Text as Words } from '@tarojs/components';
import { useState } from 'react';
import type { OwnCredential } from '../../holder/answers.ts';
import { asProblem, type HolderProblem } from '../../holder/holder-problem.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { strengthen } from '../../protect/strengthen.ts';
import { ensureLoggedIn } from '../../start/ensure-logged-in.ts';
import { ActionBar, ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { useSay } from '../../ui/use-say.ts';
import { actTexts } from './act-texts.ts';
import { type Act, isByFace } from './acts.ts';
import { texts } from './texts.ts';

/** One question: what it does, what undoes it, yes or not now. What strengthens is done at once, what weakens goes on to the face. */
export function Question(props: {
  act: Act;
  onBack: () => void;
  onFace: () => void;
  onDone: (credential: OwnCredential) => void;
}) {
  const { act, onBack, onFace, onDone } = props;
  const say = useSay();
  const [problem, setProblem] = useState<HolderProblem>();
  const [working, setWorking] = useState(false);
  const { ask, does, undo, yes } = actTexts[act];
  const agree = (): void => {
    if (isByFace(act)) {
      onFace();
      return;
    }
    setProblem(undefined);
    setWorking(true);
    ensureLoggedIn()
      .then((holder) => strengthen(holder, act))
      .then(onDone, (cause: unknown) => setProblem(asProblem(cause)))
      .finally(() => setWorking(false));
  };
  if (problem !== undefined) {
    return (
      <Page title={ask} back={onBack}>
        <ProblemPanel problem={problem} onRetry={agree} />
      </Page>
    );
  }
  return (
    <Page title={ask} back={onBack} barred>
      <Card heading={say(texts.whatItDoes)}>
        <Words>{say(does)}</Words>
      </Card>
      <Card heading={say(texts.whatUndoesIt)}>
        <Words>{say(undo)}</Words>
      </Card>
      <ActionBar>
        <ActionButton
          id={`${act}-yes`}
          label={say(working ? texts.working : yes)}
          disabled={working}
          onTap={agree}
        />
        <ActionButton id="not-now" label={say(texts.keep)} weight="plain" onTap={onBack} />
      </ActionBar>
    </Page>
  );
}
