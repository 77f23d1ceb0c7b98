import { Text as Words } from '@tarojs/components';
import { useState } from 'react';
import type { DelegationView } from '../../../../shared/contract/family/terms.ts';
import { relationTexts } from '../../../../shared/family.ts';
import { scenes } from '../../../../shared/scenes.ts';
import type { Text } from '../../../../shared/text.ts';
import { renewDelegation } from '../../family/change-delegation.ts';
import { type Family, nameOf } from '../../family/ward-names.ts';
import { asProblem, type HolderProblem } from '../../holder/holder-problem.ts';
import { FactRows } from '../../parts/facts.tsx';
import { ensureLoggedIn } from '../../start/ensure-logged-in.ts';
import { go } from '../../start/go.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { uiTexts } from '../../ui/texts.ts';
import { lastDayOf } from '../../ui/time-of.ts';
import { useSay } from '../../ui/use-say.ts';
import { stateTexts, texts } from './texts.ts';

/** Between two kinds of business. */
const comma: Text = { zh: '、', en: ', ' };

/** One ward: who, what for, until when, and what is to be done now, if anything is. */
export function WardCard(props: {
  ward: DelegationView;
  family: Family;
  /** Not where the page itself is headed so. */
  headed?: boolean;
  onChanged: (said: Text) => void;
}) {
  const { ward, family, headed = true, onChanged } = props;
  const say = useSay();
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<HolderProblem>();
  const { delegationId, renewable, state, form } = ward;
  const named = (family.names[delegationId] ?? '') !== '';
  const renew = (): void => {
    if (renewable === undefined) return;
    setProblem(undefined);
    setWorking(true);
    ensureLoggedIn()
      .then((holder) => renewDelegation(holder, delegationId, renewable))
      .then(
        () => onChanged(texts.renewed),
        (cause: unknown) => setProblem(asProblem(cause)),
      )
      .finally(() => setWorking(false));
  };
  const next = nextOf(ward);
  return (
    <Card {...(headed && { heading: say(nameOf(ward, family)) })}>
      <FactRows
        facts={[
          ...(named ? [{ name: say(texts.relation), value: say(relationTexts[ward.relation]) }] : []),
          { name: say(texts.state), value: say(stateTexts[state]) },
          {
            name: say(texts.usedFor),
            value: ward.scenes.map((scene) => say(scenes[scene].text)).join(say(comma)),
          },
          ...(state === 'ended'
            ? []
            : [{ name: say(texts.ends), value: lastDayOf(ward.endsAt), live: true }]),
        ]}
      />
      {next === undefined ? null : <Words>{say(next)}</Words>}
      {problem === undefined ? null : <ProblemNotice problem={problem} onRetry={renew} />}
      {renewable === undefined || problem !== undefined ? null : (
        <ActionButton
          id={`renew-${delegationId}`}
          label={say(working ? uiTexts.working : renewable === form ? texts.renew : texts.renewGrown)}
          weight="plain"
          disabled={working}
          onTap={renew}
        />
      )}
      {state === 'rests' ? (
        <ActionButton
          id={`manage-${delegationId}`}
          label={say(texts.toManage)}
          weight="plain"
          onTap={() => void go('manage')}
        />
      ) : null}
    </Card>
  );
}

/** What is to be known before anything is done; nothing where it is ready for use. */
function nextOf({ state, form, renewable }: DelegationView): Text | undefined {
  if (state === 'rests') return texts.restsNext;
  if (renewable !== undefined) return renewable === form ? texts.dueNext : texts.grownNext;
  return state === 'ended' ? texts.endedNext : undefined;
}
