import { Text as Words } from '@tarojs/components';
import { useState } from 'react';
import type { DelegationView } from '../../../../shared/contract/family/terms.ts';
import { endDelegation } from '../../family/change-delegation.ts';
import { type Family, nameOf } from '../../family/ward-names.ts';
import { asProblem, type HolderProblem } from '../../holder/holder-problem.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { ensureLoggedIn } from '../../start/ensure-logged-in.ts';
import { ActionBar, ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { uiTexts } from '../../ui/texts.ts';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

/** One question: what it does, yes or not. */
export function EndQuestion(props: {
  ward: DelegationView;
  family: Family;
  onBack: () => void;
  onEnded: () => void;
}) {
  const { ward, family, onBack, onEnded } = props;
  const say = useSay();
  const [problem, setProblem] = useState<HolderProblem>();
  const [working, setWorking] = useState(false);
  const end = (): void => {
    setProblem(undefined);
    setWorking(true);
    ensureLoggedIn()
      .then((holder) => endDelegation(holder, ward.delegationId))
      .then(onEnded, (cause: unknown) => setProblem(asProblem(cause)))
      .finally(() => setWorking(false));
  };
  if (problem !== undefined) {
    return (
      <Page title={texts.endAsk} back={onBack}>
        <ProblemPanel problem={problem} onRetry={end} />
      </Page>
    );
  }
  return (
    <Page title={texts.endAsk} back={onBack} barred>
      <Card heading={say(nameOf(ward, family))}>
        <Words>{say(texts.endDoes)}</Words>
      </Card>
      <ActionBar>
        <ActionButton
          id="end-yes"
          label={say(working ? uiTexts.working : texts.endYes)}
          disabled={working}
          onTap={end}
        />
        <ActionButton id="end-no" label={say(texts.keep)} weight="plain" onTap={onBack} />
      </ActionBar>
    </Page>
  );
}
