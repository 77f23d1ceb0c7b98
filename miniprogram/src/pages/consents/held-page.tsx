import { Text as Words } from '@tarojs/components';
import { useState } from 'react';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { useWork } from '../../parts/use-work.ts';
import { exportAll, type Held } from '../../protect/export-all.ts';
import { ensureLoggedIn } from '../../start/ensure-logged-in.ts';
import { ownReceiptKey, receipts } from '../../start/receipts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useSay } from '../../ui/use-say.ts';
import { HeldFacts } from './held-facts.tsx';
import { texts } from './held-texts.ts';
import { takeAlong } from './take-along.ts';

/** All that is held, to be read here and taken along as JSON. It is fetched anew each time, and kept nowhere. */
export function HeldPage({ onBack }: { onBack: () => void }) {
  const say = useSay();
  const [held, setHeld] = useState<Held>();
  const [taken, setTaken] = useState<'yes' | 'failed'>();
  const { problem, again } = useWork(async () => {
    const holder = await ensureLoggedIn();
    setHeld(await exportAll(holder, await ownReceiptKey(holder)));
  });
  if (problem !== undefined || held === undefined) {
    return (
      <Page title={texts.title} back={onBack}>
        {problem === undefined ? (
          <Progress label={say(texts.reading)} />
        ) : (
          <ProblemPanel problem={problem} onRetry={again} />
        )}
      </Page>
    );
  }
  const records = receipts();
  const take = (): void => {
    takeAlong(JSON.stringify({ ...held, phone: { records } }, null, 2)).then(
      () => setTaken('yes'),
      () => setTaken('failed'),
    );
  };
  return (
    <Page title={texts.title} back={onBack}>
      <ActionButton
        id="take-along"
        label={say(process.env.TARO_ENV === 'h5' ? texts.save : texts.copy)}
        onTap={take}
      />
      {taken === 'yes' && process.env.TARO_ENV !== 'h5' ? (
        <Notice tone="good" text={say(texts.copied)} />
      ) : null}
      {taken === 'failed' ? <Notice tone="bad" text={say(texts.copyFailed)} /> : null}
      <HeldFacts held={held} records={records.length} />
      <Words className="footnote">{say(texts.template)}</Words>
      <ActionButton id="held-back" label={say(texts.back)} weight="plain" onTap={onBack} />
    </Page>
  );
}
