import { View, Text as Words } from '@tarojs/components';
import * as limits from '../../../../shared/limits.ts';
import type { OwnCredential } from '../../holder/answers.ts';
import type { Holder } from '../../holder/holder.ts';
import { serverTime } from '../../holder/server-time.ts';
import { Facts } from '../../parts/facts.tsx';
import { HomeButton } from '../../parts/problem-panel.tsx';
import { StaffedWay } from '../../parts/staffed-way.tsx';
import { go, goInstead } from '../../start/go.ts';
import { ActionBar, ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { timeOf } from '../../ui/time-of.ts';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

/** What comes when, and until when it can be done; where nothing can be brought along, why, and what to do instead. */
export function Intro(props: { holder: Holder; credential: OwnCredential; onNext: () => void }) {
  const { holder, credential, onNext } = props;
  const say = useSay();
  const now = serverTime(holder) ?? holder.platform.clock.now();
  const { state, level, movable } = credential;
  if (state !== 'unusable' || movable === undefined) return <Nothing state={state} />;
  if (movable.from > now) {
    return (
      <Page title={texts.title} back>
        <Notice tone="attention" text={say(texts.rests)} next={say(texts.restsNext(timeOf(movable.from)))} />
        <LostBefore />
        <HomeButton />
      </Page>
    );
  }
  return (
    <Page title={texts.title} back barred>
      <Facts id="move-until" facts={[{ name: say(texts.until), value: timeOf(movable.until), live: true }]} />
      <Card heading={say(texts.whatComes)}>
        <Words>{say(texts.basicAtOnce)}</Words>
        {level === 'strict' ? (
          <>
            <Words className="live">{say(texts.strictLater(timeOf(now + limits.strictWait)))}</Words>
            <Words>{say(texts.samePhone)}</Words>
          </>
        ) : null}
      </Card>
      <Words className="soft">{say(texts.how)}</Words>
      <StaffedWay />
      <ActionBar>
        <ActionButton id="move-begin" label={say(texts.begin)} onTap={onNext} />
        <LostBefore />
      </ActionBar>
    </Page>
  );
}

function LostBefore() {
  const say = useSay();
  return (
    <ActionButton
      id="phone-lost"
      label={say(texts.phoneLost)}
      weight="plain"
      onTap={() => void go('manage', { asks: 'report-phone' })}
    />
  );
}

function Nothing({ state }: { state: OwnCredential['state'] }) {
  const say = useSay();
  const isHere = state === 'active' || state === 'frozen' || state === 'card-reported-lost';
  const { text, next } = isHere
    ? { text: texts.here, next: texts.hereNext }
    : state === 'suspended'
      ? { text: texts.suspended, next: texts.suspendedNext }
      : { text: texts.over, next: texts.overNext };
  return (
    <Page title={texts.title} back>
      <Notice tone={isHere ? 'good' : 'attention'} text={say(text)} next={say(next)} />
      <View className="choices">
        {isHere || state === 'suspended' ? (
          <ActionButton id="manage" label={say(texts.manage)} onTap={() => void goInstead('manage')} />
        ) : (
          <ActionButton id="apply" label={say(texts.apply)} onTap={() => void goInstead('apply')} />
        )}
        <HomeButton />
      </View>
    </Page>
  );
}
