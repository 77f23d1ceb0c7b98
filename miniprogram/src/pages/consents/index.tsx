import { useState } from 'react';
import type { ConsentSubject } from '../../../../shared/consent/consent-forms.ts';
import type { ConsentReceipt } from '../../../../shared/contract/protect/consents.ts';
import type { EraseAnswer } from '../../../../shared/contract/protect/erase.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { useWork } from '../../parts/use-work.ts';
import { readConsents } from '../../protect/consents.ts';
import { ensureLoggedIn } from '../../start/ensure-logged-in.ts';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useSay } from '../../ui/use-say.ts';
import '../../parts/ceremony.scss';
import { Agreements } from './agreements.tsx';
import { Erase } from './erase.tsx';
import { Erased } from './erased.tsx';
import { HeldPage } from './held-page.tsx';
import { texts } from './texts.ts';
import { Withdraw } from './withdraw.tsx';

definePageConfig({ navigationBarTitleText: '我同意过什么' });

type Step =
  | { at: 'list' | 'held' | 'erase' }
  | { at: 'withdraw'; subject: ConsentSubject }
  | { at: 'erased'; answer: EraseAnswer };

/** What was agreed to, when and in which words; each can be taken back here, and all that is held seen, taken along, or erased. */
export default function ConsentsPage() {
  const say = useSay();
  const [step, setStep] = useState<Step>({ at: 'list' });
  const [consents, setConsents] = useState<ConsentReceipt[]>();
  const { problem, again } = useWork(async () => setConsents(await readConsents(await ensureLoggedIn())));
  const toList = (): void => setStep({ at: 'list' });
  if (step.at === 'erased') return <Erased answer={step.answer} />;
  if (problem !== undefined || consents === undefined) {
    return (
      <Page title={texts.title} back>
        {problem === undefined ? (
          <Progress label={say(texts.reading)} />
        ) : (
          <ProblemPanel problem={problem} onRetry={again} />
        )}
      </Page>
    );
  }
  switch (step.at) {
    case 'withdraw':
      return <Withdraw subject={step.subject} onBack={toList} onDone={setConsents} />;
    case 'held':
      return <HeldPage onBack={toList} />;
    case 'erase':
      return <Erase onBack={toList} onDone={(answer) => setStep({ at: 'erased', answer })} />;
    case 'list':
      return (
        <Agreements
          consents={consents}
          onWithdraw={(subject) => setStep({ at: 'withdraw', subject })}
          onHeld={() => setStep({ at: 'held' })}
          onErase={() => setStep({ at: 'erase' })}
        />
      );
  }
}
