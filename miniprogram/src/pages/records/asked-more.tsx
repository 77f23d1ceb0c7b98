import { View, Text as Words } from '@tarojs/components';
import { useState } from 'react';
import { type AskedForMore, askedForMore } from '../../../../shared/contract/receipt/02-report.ts';
import { referenceOf } from '../../../../shared/reference.ts';
import { asProblem, type HolderProblem } from '../../holder/holder-problem.ts';
import { reportMore } from '../../receipt/02-report.ts';
import type { Receipt } from '../../start/kept-receipts.ts';
import { openHolder } from '../../start/open-holder.ts';
import { noteReceipt } from '../../start/receipts.ts';
import { ActionButton, ActionPair } from '../../ui/action-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { SwitchRow } from '../../ui/switch-row.tsx';
import { useSay } from '../../ui/use-say.ts';
import { texts, wantedTexts } from './texts.ts';

/** Reports, once and without saying who, that the counter wanted more than the check. */
export function AskedMore({ record, form }: { record: Receipt; form: string }) {
  const say = useSay();
  const mark = referenceOf(record.id);
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState<readonly AskedForMore[]>([]);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<HolderProblem>();
  if (record.reported) return <Notice tone="good" text={say(texts.askedMoreDone)} />;
  if (!open)
    return (
      <ActionButton
        id={`asked-more-${mark}`}
        label={say(texts.askedMore)}
        weight="plain"
        onTap={() => setOpen(true)}
      />
    );
  const send = async (): Promise<void> => {
    setSending(true);
    setProblem(undefined);
    try {
      const holder = await openHolder();
      await reportMore(holder, form, wanted);
      if (!holder.link.over) await noteReceipt({ ...record, reported: true });
    } catch (cause) {
      setProblem(asProblem(cause));
    } finally {
      setSending(false);
    }
  };
  return (
    <View className="record-question">
      <Words>{say(texts.askedMoreAsk)}</Words>
      {askedForMore.map((what) => (
        <SwitchRow
          key={what}
          id={`wanted-${what}-${mark}`}
          label={say(wantedTexts[what])}
          on={wanted.includes(what)}
          onChange={(on) => setWanted(on ? [...wanted, what] : wanted.filter((other) => other !== what))}
        />
      ))}
      {problem === undefined ? null : <ProblemNotice problem={problem} wordsOnly />}
      <ActionPair
        first={{
          id: `report-${mark}`,
          label: say(texts.send),
          disabled: wanted.length === 0 || sending,
          onTap: () => void send(),
        }}
        second={{ id: `report-not-${mark}`, label: say(texts.cancel), onTap: () => setOpen(false) }}
      />
    </View>
  );
}
