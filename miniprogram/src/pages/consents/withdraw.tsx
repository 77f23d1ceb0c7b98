import { Text as Words } from '@tarojs/components';
import { useState } from 'react';
import type { ConsentSubject } from '../../../../shared/consent/consent-forms.ts';
import type { ConsentReceipt } from '../../../../shared/contract/protect/consents.ts';
import { readCredential } from '../../apply/07-credential.ts';
import { asProblem, type HolderProblem } from '../../holder/holder-problem.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { withdrawConsent } from '../../protect/consents.ts';
import { ensureLoggedIn } from '../../start/ensure-logged-in.ts';
import { ActionBar, ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useSay } from '../../ui/use-say.ts';
import { subjects, texts } from './texts.ts';

/** One question: what it does, what other way there is, yes or not now. It is done at once, without a face. */
export function Withdraw(props: {
  subject: ConsentSubject;
  onBack: () => void;
  onDone: (consents: ConsentReceipt[]) => void;
}) {
  const { subject, onBack, onDone } = props;
  const say = useSay();
  const [problem, setProblem] = useState<HolderProblem>();
  const [step, setStep] = useState<'asking' | 'working' | 'done'>('asking');
  const { ask, does, yes, done } = subjects[subject];
  const agree = (): void => {
    setProblem(undefined);
    setStep('working');
    ensureLoggedIn()
      .then(async (holder) => {
        const left = await withdrawConsent(holder, subject);
        // What home shows of the credential follows.
        await readCredential(holder);
        return left;
      })
      .then(
        (consents) => {
          setStep('done');
          onDone(consents);
        },
        (cause: unknown) => {
          setStep('asking');
          setProblem(asProblem(cause));
        },
      );
  };
  if (problem !== undefined) {
    return (
      <Page title={ask} back={onBack}>
        <ProblemPanel problem={problem} onRetry={agree} />
      </Page>
    );
  }
  if (step === 'done') {
    return (
      <Page title={texts.withdrawn} back={onBack}>
        <Notice tone="good" text={say(done)} next={say(texts.staffed)} />
        <ActionButton id="withdrawn-back" label={say(texts.back)} onTap={onBack} />
      </Page>
    );
  }
  return (
    <Page title={ask} back={onBack} barred>
      <Card heading={say(texts.whatItDoes)}>
        <Words>{say(does)}</Words>
      </Card>
      <Card heading={say(texts.otherWay)}>
        <Words>{say(texts.staffed)}</Words>
      </Card>
      <ActionBar>
        <ActionButton
          id={`withdraw-${subject}-yes`}
          label={say(step === 'working' ? texts.working : yes)}
          disabled={step === 'working'}
          onTap={agree}
        />
        <ActionButton id="not-now" label={say(texts.keep)} weight="plain" onTap={onBack} />
      </ActionBar>
    </Page>
  );
}
