import { View, Text as Words } from '@tarojs/components';
import { useState } from 'react';
import type { TicketAnswer } from '../../../../shared/contract/protect/ticket.ts';
import { asProblem, type HolderProblem } from '../../holder/holder-problem.ts';
import { Facts } from '../../parts/facts.tsx';
import { HomeButton, ProblemPanel } from '../../parts/problem-panel.tsx';
import { useWork } from '../../parts/use-work.ts';
import { disputeTakeOver, readTicket } from '../../protect/ticket.ts';
import { ensureLoggedIn } from '../../start/ensure-logged-in.ts';
import { goBack, goOnly } from '../../start/go.ts';
import { openHolder } from '../../start/open-holder.ts';
import { ActionBar, ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { StandsBehind } from '../../ui/stands-behind.tsx';
import { timeOf } from '../../ui/time-of.ts';
import { useSay } from '../../ui/use-say.ts';
import '../../parts/ceremony.scss';
import { NoticeCard } from '../notices/notice-card.tsx';
import { texts } from './texts.ts';

definePageConfig({ navigationBarTitleText: '不是我登录的' });

/** On a phone that lost its place, by its device key alone: one question, once, within ten days. */
export default function DisputePage() {
  const say = useSay();
  const [ticket, setTicket] = useState<TicketAnswer>();
  const [disputed, setDisputed] = useState<string>();
  const [failed, setFailed] = useState<HolderProblem>();
  const [working, setWorking] = useState(false);
  const { problem, again } = useWork(async () => setTicket(await readTicket(await openHolder())));
  const dispute = (found: TicketAnswer): void => {
    setFailed(undefined);
    setWorking(true);
    openHolder()
      .then((holder) => disputeTakeOver(holder, found))
      .then(
        ({ disputeId }) => setDisputed(disputeId),
        (cause: unknown) => setFailed(asProblem(cause)),
      )
      .finally(() => setWorking(false));
  };
  const shown = problem ?? failed;
  if (shown !== undefined) {
    const retry = (): void => (ticket === undefined ? again() : dispute(ticket));
    return (
      <Page title={texts.title} back>
        {shown.code === 'ticket-over' ? <Over /> : <ProblemPanel problem={shown} onRetry={retry} />}
      </Page>
    );
  }
  if (ticket === undefined) {
    return (
      <Page title={texts.title} back>
        <Progress label={say(texts.reading)} />
      </Page>
    );
  }
  if (disputed !== undefined || ticket.disputed) return <Disputed ticket={ticket} number={disputed} />;
  return (
    <Page title={texts.ask} back barred>
      <Facts
        id="ticket"
        facts={[
          { name: say(texts.lostAt), value: timeOf(ticket.lostAt), live: true },
          { name: say(texts.until), value: timeOf(ticket.until), live: true },
        ]}
      />
      <Card>
        <Words>{say(texts.does)}</Words>
        <Words>{say(texts.undo)}</Words>
      </Card>
      <Since ticket={ticket} />
      <ActionBar>
        <ActionButton
          id="dispute-yes"
          label={say(working ? texts.working : texts.yes)}
          disabled={working}
          onTap={() => dispute(ticket)}
        />
        <ActionButton id="dispute-no" label={say(texts.no)} weight="plain" onTap={() => void goBack()} />
      </ActionBar>
    </Page>
  );
}

function Over() {
  const say = useSay();
  return (
    <>
      <Notice tone="attention" text={say(texts.over)} next={say(texts.overNext)} />
      <View className="choices">
        <ActionButton id="sign-in-again" label={say(texts.signIn)} onTap={signIn} />
        <HomeButton />
      </View>
      <StandsBehind />
    </>
  );
}

function Disputed({ ticket, number }: { ticket: TicketAnswer; number: string | undefined }) {
  const say = useSay();
  return (
    <Page title={texts.title} back>
      <View id="disputed">
        <Notice
          tone="good"
          text={say(number === undefined ? texts.already : texts.done)}
          next={say(texts.doneNext)}
        />
      </View>
      {number === undefined ? null : (
        <Facts id="dispute-number" facts={[{ name: say(texts.number), value: number, live: true }]} />
      )}
      <Since ticket={ticket} />
      <View className="choices">
        <ActionButton id="sign-in-again" label={say(texts.signIn)} weight="plain" onTap={signIn} />
        <HomeButton />
      </View>
    </Page>
  );
}

function Since({ ticket: { notices } }: { ticket: TicketAnswer }) {
  const say = useSay();
  if (notices.length === 0) return null;
  return (
    <>
      <Words className="line">{say(texts.since)}</Words>
      {[...notices].reverse().map((notice) => (
        <NoticeCard key={notice.seq} notice={notice} former />
      ))}
    </>
  );
}

function signIn(): void {
  void ensureLoggedIn().then(
    () => goOnly('home'),
    () => undefined,
  );
}
