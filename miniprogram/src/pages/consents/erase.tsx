import { Text as Words } from '@tarojs/components';
import { useState } from 'react';
import type { EraseAnswer } from '../../../../shared/contract/protect/erase.ts';
import { asProblem, type HolderProblem } from '../../holder/holder-problem.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { eraseAccount } from '../../protect/erase-account.ts';
import { ensureLoggedIn } from '../../start/ensure-logged-in.ts';
import { logOut } from '../../start/log-out.ts';
import { ActionBar, ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

/** The question before everything goes; what stays is said on the receipt. Afterwards this phone is wiped as after a sign-out. */
export function Erase({ onBack, onDone }: { onBack: () => void; onDone: (answer: EraseAnswer) => void }) {
  const say = useSay();
  const [problem, setProblem] = useState<HolderProblem>();
  const [working, setWorking] = useState(false);
  const erase = (): void => {
    setProblem(undefined);
    setWorking(true);
    ensureLoggedIn()
      .then(eraseAccount)
      .then(async (answer) => {
        // What cannot be removed from the phone opens nothing any more.
        await logOut().catch(() => undefined);
        onDone(answer);
      })
      .catch((cause: unknown) => setProblem(asProblem(cause)))
      .finally(() => setWorking(false));
  };
  if (problem !== undefined) {
    return (
      <Page title={texts.erase} back={onBack}>
        <ProblemPanel problem={problem} onRetry={erase} />
      </Page>
    );
  }
  return (
    <Page title={texts.eraseAsk} back={onBack} barred>
      <Card heading={say(texts.whatItDoes)}>
        <Words>{say(texts.eraseDoes)}</Words>
      </Card>
      <Card heading={say(texts.whatUndoesIt)}>
        <Words>{say(texts.eraseUndo)}</Words>
        <Words className="soft">{say(texts.exportFirst)}</Words>
      </Card>
      <Card heading={say(texts.otherWay)}>
        <Words>{say(texts.staffed)}</Words>
      </Card>
      <ActionBar>
        <ActionButton
          id="erase-yes"
          label={say(working ? texts.working : texts.eraseYes)}
          disabled={working}
          onTap={erase}
        />
        <ActionButton id="erase-no" label={say(texts.eraseNo)} weight="plain" onTap={onBack} />
      </ActionBar>
    </Page>
  );
}
