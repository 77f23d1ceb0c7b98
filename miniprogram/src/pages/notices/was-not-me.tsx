import { useState } from 'react';
import { asProblem, type HolderProblem } from '../../holder/holder-problem.ts';
import { disputeCheck } from '../../receipt/03-dispute.ts';
import { ensureLoggedIn } from '../../start/ensure-logged-in.ts';
import { ActionButton, ActionPair } from '../../ui/action-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

/** Of a check by one's card: says that it was somebody else, asks once more, then freezes the credential at once. */
export function WasNotMe({ seq }: { seq: number }) {
  const say = useSay();
  const [step, setStep] = useState<'offered' | 'asked' | 'working' | 'done'>('offered');
  const [problem, setProblem] = useState<HolderProblem>();
  if (step === 'done') return <Notice tone="good" text={say(texts.notMeDone)} next={say(texts.notMeNext)} />;
  if (step === 'offered')
    return (
      <ActionButton
        id={`not-me-${seq}`}
        label={say(texts.wasNotMe)}
        weight="plain"
        onTap={() => setStep('asked')}
      />
    );
  const dispute = async (): Promise<void> => {
    setProblem(undefined);
    setStep('working');
    try {
      await disputeCheck(await ensureLoggedIn());
      setStep('done');
    } catch (cause) {
      setProblem(asProblem(cause));
      setStep('asked');
    }
  };
  return (
    <Notice tone="attention" text={say(texts.notMeAsk)}>
      {problem === undefined ? null : <ProblemNotice problem={problem} wordsOnly />}
      <ActionPair
        first={{
          id: `not-me-yes-${seq}`,
          label: say(step === 'working' ? texts.working : texts.notMeYes),
          disabled: step === 'working',
          onTap: () => void dispute(),
        }}
        second={{ id: `not-me-no-${seq}`, label: say(texts.notMeNo), onTap: () => setStep('offered') }}
      />
    </Notice>
  );
}
