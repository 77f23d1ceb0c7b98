import { Text as Words } from '@tarojs/components';
import { useSyncExternalStore } from 'react';
import { useWork } from '../../parts/use-work.ts';
import { go } from '../../start/go.ts';
import { keepsReceipts, receipts, watchReceipts } from '../../start/receipts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { uiTexts } from '../../ui/texts.ts';
import { useSay } from '../../ui/use-say.ts';
import { confirmAssisted } from './confirm-assisted.ts';
import { confirmReceipts } from './confirm-receipts.ts';
import { RecordCard } from './record-card.tsx';
import { texts } from './texts.ts';

definePageConfig({ navigationBarTitleText: '核验记录' });

export default function RecordsPage() {
  const say = useSay();
  const shown = useSyncExternalStore(watchReceipts, receipts);
  const { problem, busy } = useWork(async () => {
    await Promise.all([confirmReceipts(), confirmAssisted()]);
  });
  return (
    <Page title={texts.title} back>
      {shown.length === 0 ? (
        <Card>
          <Words>{say(texts.none)}</Words>
          <ActionButton id="scan" label={say(uiTexts.scan)} onTap={() => go('scan')} />
        </Card>
      ) : null}
      {problem === undefined ? null : <Notice tone="information" text={say(texts.notAsked)} />}
      {shown.map((record) => (
        <RecordCard key={record.id} record={record} asking={busy} />
      ))}
      <Words className="footnote">{say(keepsReceipts() ? texts.kept : texts.notKept)}</Words>
    </Page>
  );
}
