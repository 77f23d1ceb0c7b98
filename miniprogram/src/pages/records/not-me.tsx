import { View } from '@tarojs/components';
import { useState } from 'react';
import { referenceOf } from '../../../../shared/reference.ts';
import { asProblem, type HolderProblem } from '../../holder/holder-problem.ts';
import { disputeCheck } from '../../receipt/03-dispute.ts';
import { ensureLoggedIn } from '../../start/ensure-logged-in.ts';
import type { Receipt } from '../../start/kept-receipts.ts';
import { noteReceipt } from '../../start/receipts.ts';
import { ActionButton, ActionPair } from '../../ui/action-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { uiTexts } from '../../ui/texts.ts';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

/** Says that it was somebody else: asks once more, then freezes the credential at once. */
export function NotMe({ record }: { record: Receipt }) {
  const say = useSay();
  const mark = referenceOf(record.id);
  const [asking, setAsking] = useState(false);
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<HolderProblem>();
  if (record.disputed) return <Notice tone="information" text={say(texts.notMeDone)} />;
  if (!asking)
    return (
      <ActionButton
        id={`not-me-${mark}`}
        label={say(texts.notMe)}
        weight="plain"
        onTap={() => setAsking(true)}
      />
    );
  const dispute = async (): Promise<void> => {
    setProblem(undefined);
    setWorking(true);
    try {
      await disputeCheck(await ensureLoggedIn());
      await noteReceipt({ ...record, disputed: true });
    } catch (cause) {
      setProblem(asProblem(cause));
    } finally {
      setWorking(false);
    }
  };
  return (
    <View className="record-question">
      <Notice tone="attention" text={say(texts.notMeAsk)}>
        {problem === undefined ? null : <ProblemNotice problem={problem} wordsOnly />}
        <ActionPair
          first={{
            id: `not-me-yes-${mark}`,
            label: say(working ? uiTexts.working : texts.notMeYes),
            disabled: working,
            onTap: () => void dispute(),
          }}
          second={{ id: `not-me-no-${mark}`, label: say(texts.notMeNo), onTap: () => setAsking(false) }}
        />
      </Notice>
    </View>
  );
}
