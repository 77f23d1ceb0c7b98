import { Text as Words } from '@tarojs/components';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Notice } from '../../../../shared/contract/protect/notices.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { useWork } from '../../parts/use-work.ts';
import { readAllNotices } from '../../protect/read-all-notices.ts';
import { ensureLoggedIn } from '../../start/ensure-logged-in.ts';
import { go } from '../../start/go.ts';
import { markRead, unreadNotices, watchInbox } from '../../start/inbox.ts';
import { type CameWith, keepAssisted } from '../../start/keep-assisted.ts';
import { phoneStorage } from '../../start/open-holder.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useSay } from '../../ui/use-say.ts';
import { useSeen } from '../../ui/use-seen.ts';
import { AssistedReceipt } from './assisted-receipt.tsx';
import { NoticeCard } from './notice-card.tsx';
import { texts, told } from './texts.ts';
import { WasNotMe } from './was-not-me.tsx';

definePageConfig({ navigationBarTitleText: '通知' });

const labels = { manage: texts.manage, move: texts.move, apply: texts.renew, family: texts.family } as const;

/** What this phone was told, the newest first. What is shown counts as read. */
export default function NoticesPage() {
  const say = useSay();
  const [shown, setShown] = useState<{ notices: readonly Notice[]; readBefore: number }>();
  const [came, setCame] = useState<ReadonlyMap<number, CameWith>>();
  const { problem, again } = useWork(async (isHere) => {
    const readBefore = Number((await phoneStorage().read('notices-read')) ?? 0);
    const holder = await ensureLoggedIn();
    const notices = await readAllNotices(holder);
    if (!isHere()) return;
    const marked = markRead(notices.at(-1)?.seq ?? 0);
    setShown((before) => ({
      notices: [...notices].reverse(),
      readBefore: before?.readBefore ?? readBefore,
    }));
    await marked;
    // A notice is told also where what came with it cannot be looked at yet.
    setCame(await keepAssisted(holder, notices).catch(() => new Map()));
  });
  const unread = useSyncExternalStore(watchInbox, unreadNotices);
  const isShown = shown !== undefined;
  const seen = useSeen();
  // What comes while the page is seen stands there at once; below another page it waits, and counts as unread.
  useEffect(() => {
    if (isShown && seen && unread > 0) again();
  }, [isShown, seen, unread, again]);
  const [newest] = shown?.notices ?? [];
  const opens = newest && told[newest.kind].opens;
  return (
    <Page title={texts.title} back>
      {problem === undefined ? null : <ProblemPanel problem={problem} onRetry={again} />}
      {problem === undefined && shown === undefined ? <Progress label={say(texts.reading)} /> : null}
      {shown?.notices.length === 0 ? (
        <Card>
          <Words>{say(texts.none)}</Words>
        </Card>
      ) : null}
      {shown?.notices.map((notice) => (
        <NoticeCard key={notice.seq} notice={notice} isNew={notice.seq > shown.readBefore}>
          {notice.sealed === undefined ? null : <AssistedReceipt seq={notice.seq} came={came} />}
          {notice.kind === 'assisted' ? <WasNotMe seq={notice.seq} /> : null}
        </NoticeCard>
      ))}
      {opens === undefined ? null : (
        <ActionButton id={`open-${opens}`} label={say(labels[opens])} onTap={() => void go(opens)} />
      )}
      <Words className="footnote">{say(texts.kept)}</Words>
    </Page>
  );
}
