import { View, Text as Words } from '@tarojs/components';
import { useState } from 'react';
import type { DelegationView } from '../../../../shared/contract/family/terms.ts';
import type { Text } from '../../../../shared/text.ts';
import { setAsks } from '../../family/change-delegation.ts';
import { type Family, nameOf } from '../../family/ward-names.ts';
import { asProblem, type HolderProblem } from '../../holder/holder-problem.ts';
import { ensureLoggedIn } from '../../start/ensure-logged-in.ts';
import { LinkRow } from '../../ui/link-row.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { SwitchRow } from '../../ui/switch-row.tsx';
import { timeOf } from '../../ui/time-of.ts';
import { useSay } from '../../ui/use-say.ts';
import { Requests } from './requests.tsx';
import { askedUntil, texts } from './texts.ts';
import { WardCard } from './ward-card.tsx';

/** All that can be done about one ward. */
export function Ward(props: {
  ward: DelegationView;
  family: Family;
  onBack: () => void;
  onChanged: (said?: Text) => void;
  onStep: (at: 'code' | 'name' | 'end') => void;
}) {
  const { ward, family, onBack, onChanged, onStep } = props;
  const say = useSay();
  const [problem, setProblem] = useState<HolderProblem>();
  const { delegationId, form, state, asks, tellsFrom } = ward;
  const change = (on: boolean): void => {
    setProblem(undefined);
    ensureLoggedIn()
      .then((holder) => setAsks(holder, delegationId, on ? 'each-time' : 'tell'))
      .then(
        () => onChanged(),
        (cause: unknown) => setProblem(asProblem(cause)),
      );
  };
  return (
    <Page title={nameOf(ward, family)} back={onBack}>
      <Requests family={family} />
      <WardCard ward={ward} family={family} headed={false} onChanged={onChanged} />
      {problem === undefined ? null : (
        <ProblemNotice problem={problem} onRetry={() => setProblem(undefined)} />
      )}
      <View className="rows">
        {state === 'active' ? (
          <LinkRow id="give-code" label={say(texts.giveCode)} onTap={() => onStep('code')} />
        ) : null}
        {form === 'under-14' ? null : (
          <SwitchRow
            id="ask-me"
            label={say(texts.askMe)}
            hint={say(tellsFrom === undefined ? texts.askMeHint : askedUntil(timeOf(tellsFrom)))}
            on={asks === 'each-time' && tellsFrom === undefined}
            onChange={change}
          />
        )}
        <LinkRow id="rename" label={say(texts.rename)} onTap={() => onStep('name')} />
        <LinkRow id="end" label={say(texts.end)} onTap={() => onStep('end')} />
      </View>
      {form === 'under-14' ? <Words className="soft">{say(texts.alwaysAsked)}</Words> : null}
      <Words className="soft">{say(texts.present)}</Words>
    </Page>
  );
}
