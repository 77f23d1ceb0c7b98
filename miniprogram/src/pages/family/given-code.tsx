import { View, Text as Words } from '@tarojs/components';
import { useState } from 'react';
import { textsForFamily } from '../../../../shared/consent/texts-for-family.ts';
import type { DelegationView } from '../../../../shared/contract/family/terms.ts';
import { giveCode } from '../../family/give-code.ts';
import { type Family, nameOf } from '../../family/ward-names.ts';
import type { Holder } from '../../holder/holder.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { useServerNow } from '../../parts/use-server-now.ts';
import { useWork } from '../../parts/use-work.ts';
import { ensureLoggedIn } from '../../start/ensure-logged-in.ts';
import { wantReceiptAhead } from '../../start/receipts.ts';
import { ActionBar, ActionButton, ActionPair } from '../../ui/action-button.tsx';
import { aria } from '../../ui/aria.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useSay } from '../../ui/use-say.ts';
import { Requests } from './requests.tsx';
import { texts, timeLeft } from './texts.ts';

interface Given {
  code: string;
  expiresAt: number;
  holder: Holder;
}

type Shown = { ward: DelegationView; family: Family; onBack: () => void };

/** A code to be said by telephone, and the request that comes of it; where the code is the consent, its words come first. */
export function GivenCode(props: Shown) {
  const [agreed, setAgreed] = useState(props.ward.asks === 'each-time');
  return agreed ? <Giving {...props} /> : <Ahead {...props} onAgree={() => setAgreed(true)} />;
}

/** What is agreed to ahead by giving a code. */
function Ahead({ ward, family, onBack, onAgree }: Shown & { onAgree: () => void }) {
  const say = useSay();
  const { phone: terminal } = textsForFamily['ward-afar'];
  return (
    <Page title={nameOf(ward, family)} back={onBack} barred>
      <Words className="question">{say(terminal.title)}</Words>
      <Words className="line">{say(terminal.words)}</Words>
      <Words className="line">{say(texts.aheadAsk)}</Words>
      <ActionBar>
        <ActionPair
          first={{ id: 'not-ahead', label: say(texts.decline), onTap: onBack }}
          second={{ id: 'agree-ahead', label: say(texts.agree), weight: 'strong', onTap: onAgree }}
        />
      </ActionBar>
    </Page>
  );
}

function Giving(props: Shown) {
  const { ward, family, onBack } = props;
  const say = useSay();
  const [given, setGiven] = useState<Given>();
  const [used, setUsed] = useState(false);
  const { problem, again } = useWork(async (isHere) => {
    setGiven(undefined);
    setUsed(false);
    const holder = await ensureLoggedIn();
    const receipt = ward.asks === 'tell' ? await wantReceiptAhead(holder) : undefined;
    const code = await giveCode(holder, ward, receipt);
    if (isHere()) setGiven({ ...code, holder });
  });
  const title = nameOf(ward, family);
  if (problem !== undefined || given === undefined) {
    return (
      <Page title={title} back={onBack}>
        {problem === undefined ? (
          <Progress label={say(texts.reading)} />
        ) : (
          <ProblemPanel problem={problem} onRetry={again} />
        )}
      </Page>
    );
  }
  return (
    <Page title={title} back={onBack} barred>
      <Requests family={family} onAsked={(wards) => wards.includes(ward.delegationId) && setUsed(true)} />
      {used ? null : <Code given={given} asks={ward.asks} />}
      <ActionBar>
        <ActionButton id="code-done" label={say(texts.done)} onTap={onBack} />
        <ActionButton id="new-code" label={say(texts.newCode)} weight="plain" onTap={again} />
      </ActionBar>
    </Page>
  );
}

/** The digits in groups of four as long as they are good for something, and what to do with them. */
function Code({ given: { code, expiresAt, holder }, asks }: { given: Given } & Pick<DelegationView, 'asks'>) {
  const say = useSay();
  const left = expiresAt - useServerNow(holder, 1000);
  if (left <= 0) {
    return <Notice tone="attention" text={say(texts.codeOver)} next={say(texts.codeOverNext)} />;
  }
  return (
    <>
      <Words className="question">{say(texts.code)}</Words>
      <View
        id="family-code"
        className="family-code live"
        {...aria({ role: 'img', label: [...code].join(' ') })}
      >
        <Words>{code.slice(0, 4)}</Words>
        <Words>{code.slice(4)}</Words>
      </View>
      <Words className="line live">{say(timeLeft(left))}</Words>
      <Words className="line">{say(texts.codeSay)}</Words>
      <Words className="line">{say(asks === 'each-time' ? texts.codeThen : texts.codeTells)}</Words>
      <Words className="soft">{say(texts.codeOnlyFamily)}</Words>
    </>
  );
}
