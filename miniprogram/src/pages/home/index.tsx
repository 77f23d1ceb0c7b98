import { View, Text as Words } from '@tarojs/components';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { asProblem } from '../../holder/holder-problem.ts';
import { isVoidedHere, watchVoided } from '../../start/device-voided.ts';
import { ensureLoggedIn, loginWay } from '../../start/ensure-logged-in.ts';
import { go } from '../../start/go.ts';
import { unreadNotices, watchInbox } from '../../start/inbox.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { LinkRow } from '../../ui/link-row.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { StandsBehind } from '../../ui/stands-behind.tsx';
import { uiTexts } from '../../ui/texts.ts';
import { useSay } from '../../ui/use-say.ts';
import { CredentialCard } from './credential-card.tsx';
import './index.scss';
import type { ShownCard } from './shown-card.ts';
import { StillCard, stillCards } from './still-card.tsx';
import { texts } from './texts.ts';
import { useCard } from './use-card.ts';
import { useWaitingCounter, WaitingNotice } from './waiting-notice.tsx';

definePageConfig({ navigationBarTitleText: '亮证' });

export default function HomePage() {
  const say = useSay();
  const { card, refresh } = useCard();
  const counter = useWaitingCounter();
  const [signInProblem, setSignInProblem] = useState<ReturnType<typeof asProblem>>();
  const voided = useSyncExternalStore(watchVoided, isVoidedHere);
  const shown: ShownCard = voided ? { status: 'void', from: 'bff' } : card;
  const unread = useSyncExternalStore(watchInbox, unreadNotices);
  const signedIn = !voided && card.from === 'bff';
  // What this phone is told of may have changed the card.
  useEffect(() => {
    if (unread > 0) refresh();
  }, [unread, refresh]);
  const signIn = (): void => {
    setSignInProblem(undefined);
    ensureLoggedIn().then(refresh, (cause: unknown) => setSignInProblem(asProblem(cause)));
  };
  const applies = shown.status === 'none' || shown.status === 'void';
  const second = applies || counter !== undefined || shown.status in stillCards;
  const signedOut = !voided && loginWay === 'sms' && card.from === 'signed-out';
  const problem = voided ? undefined : (signInProblem ?? card.problem);
  return (
    <Page title={texts.title}>
      {counter === undefined ? null : <WaitingNotice counter={counter} />}
      {voided ? (
        <Notice tone="attention" text={say(texts.voidedHere)} next={say(texts.voidedNext)}>
          <ActionButton id="not-me" label={say(texts.notMe)} onTap={() => go('dispute')} />
          <ActionButton id="sign-in-again" label={say(texts.signInAgain)} weight="plain" onTap={signIn} />
        </Notice>
      ) : null}
      <CredentialCard card={shown} />
      {applies ? (
        <View className="home-first">
          <ActionButton
            id="apply"
            label={say(shown.status === 'void' ? texts.applyAgain : texts.apply)}
            weight={counter === undefined && !voided ? 'strong' : 'plain'}
            onTap={() => go('apply')}
          />
        </View>
      ) : null}
      <StillCard status={shown.status} />
      <View className={second ? 'home-scan' : 'home-scan home-first'}>
        <ActionButton
          id="scan"
          label={say(uiTexts.scan)}
          symbol="scan"
          weight={second ? 'plain' : 'strong'}
          onTap={() => go('scan')}
        />
        <Words className="footnote">{say(texts.scanHint)}</Words>
      </View>
      {signedOut ? (
        <ActionButton id="sign-in" label={say(texts.signIn)} weight="plain" onTap={signIn} />
      ) : null}
      {problem === undefined ? null : (
        <ProblemNotice
          problem={problem}
          onRetry={signInProblem === undefined ? refresh : signIn}
          retryLabel={say(signInProblem === undefined ? texts.update : texts.signIn)}
          weight="plain"
        />
      )}
      <View className="rows">
        {signedIn ? (
          <LinkRow id="notices" label={say(texts.notices(unread))} onTap={() => go('notices')} />
        ) : null}
        <LinkRow id="manage" label={say(texts.manage)} onTap={() => go('manage')} />
        {shown.status === 'live' && shown.level === 'basic' ? (
          <LinkRow id="appointment" label={say(texts.raise)} onTap={() => go('appointment')} />
        ) : null}
        {shown.status === 'live' ? (
          <LinkRow id="meet" label={say(texts.meet)} onTap={() => go('meet')} />
        ) : null}
        <LinkRow id="records" label={say(texts.records)} onTap={() => go('records')} />
        <LinkRow id="settings" label={say(texts.settings)} onTap={() => go('settings')} />
        <LinkRow id="help" label={say(texts.help)} onTap={() => go('help')} />
      </View>
      <Words className="footnote">{say(texts.staffed)}</Words>
      <StandsBehind />
    </Page>
  );
}
