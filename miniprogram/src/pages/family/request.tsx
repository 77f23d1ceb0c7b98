import { View, Text as Words } from '@tarojs/components';
import { useCallback, useEffect, useState } from 'react';
import { textsForFamily } from '../../../../shared/consent/texts-for-family.ts';
import type { Text } from '../../../../shared/text.ts';
import { readSession } from '../../attempt/08-own-session.ts';
import { agreeForWard } from '../../family/agree-for-ward.ts';
import { calledOf, type Family } from '../../family/ward-names.ts';
import type { WardRequest } from '../../family/ward-requests.ts';
import { asProblem, type HolderProblem } from '../../holder/holder-problem.ts';
import { type Journey, learnView } from '../../journey/journey.ts';
import { switchToStaff } from '../../journey/switch-to-staff.ts';
import { watchSession } from '../../journey/watch-session.ts';
import { Deadline } from '../../parts/deadline.tsx';
import { ActionPair } from '../../ui/action-button.tsx';
import { aria } from '../../ui/aria.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { uiTexts } from '../../ui/texts.ts';
import { useSay } from '../../ui/use-say.ts';
import { AskerFacts } from './asker-facts.tsx';
import { texts, waitsFor } from './texts.ts';

interface End {
  said: Text;
  next?: Text;
  good?: true;
}

/** How far it has come: the person reads, it travels, the terminal takes the face, or it has ended. */
type Answer = 'asked' | 'sent' | 'agreed' | End;

/** One ward at a terminal, who waits: who asks, where and what for, and the two answers. `waits`: whether it is still to be answered. */
export function Request(props: { journey: Journey; family: Family; waits: boolean }) {
  const { journey, family, waits } = props;
  const say = useSay();
  const [answer, setAnswer] = useState<Answer>('asked');
  const [problem, setProblem] = useState<HolderProblem>();
  const { view, holder } = journey;
  const { asks, ward: id } = view;
  useEffect(
    () => (answer === 'agreed' ? watchSession(journey, () => setAnswer(endOf(journey))) : undefined),
    [answer, journey],
  );
  const send = useCallback((work: () => Promise<Answer>): void => {
    setAnswer('sent');
    work().then(setAnswer, (cause: unknown) => {
      const failed = asProblem(cause);
      setAnswer(failed.code === 'session-over' ? over : 'asked');
      if (failed.code !== 'session-over') setProblem(failed);
    });
  }, []);
  const isElsewhere = answer === 'asked' && !waits && problem === undefined;
  useEffect(() => {
    // It ran out, or what was answered here went through though nothing came back.
    if (isElsewhere) send(() => standingOf(journey));
  }, [isElsewhere, journey, send]);
  const agree = async (request: WardRequest): Promise<Answer> => {
    await agreeForWard(holder, request, await journey.wantReceipt?.(holder, view.id));
    return 'agreed';
  };
  const refuse = async (): Promise<Answer> => {
    await switchToStaff(journey);
    return { said: texts.declined, next: texts.declinedNext };
  };
  if (problem !== undefined) {
    return <ProblemNotice problem={problem} onRetry={() => setProblem(undefined)} />;
  }
  if (answer === 'agreed') return <Progress label={say(texts.agreed)} />;
  if (typeof answer === 'object') {
    const { said, next, good = false } = answer;
    return (
      <Notice
        tone={good ? 'good' : 'information'}
        text={say(said)}
        {...(next === undefined ? {} : { next: say(next) })}
      />
    );
  }
  if (asks === undefined || id === undefined) return null;
  const ward = family.delegations.find(({ delegationId }) => delegationId === id);
  const called = ward === undefined ? texts.someone : calledOf(ward, family);
  const sent = answer === 'sent';
  const { phone: terminal } = textsForFamily['ward-afar'];
  return (
    <View id={`request-${view.id}`} className="family-request" {...aria({ role: 'status', live: 'polite' })}>
      <Words className="question">{say(waitsFor(called))}</Words>
      <AskerFacts asks={asks} />
      <Words className="question">{say(terminal.title)}</Words>
      <Words className="line">{say(terminal.words)}</Words>
      <Words className="soft">{say(texts.notYours)}</Words>
      <Deadline journey={journey} />
      <ActionPair
        first={{
          id: 'decline-ward',
          label: say(texts.decline),
          disabled: sent,
          onTap: () => send(refuse),
        }}
        second={{
          id: 'agree-ward',
          label: say(sent ? uiTexts.working : texts.agree),
          weight: 'strong',
          disabled: sent,
          onTap: () => send(() => agree({ ...view, asks, ward: id })),
        }}
      />
    </View>
  );
}

const over: End = { said: texts.over, next: texts.staffNext };

/** How it stands at the BFF, where it does not wait for an answer any more. @throws HolderProblem */
async function standingOf(journey: Journey): Promise<Answer> {
  learnView(journey, await readSession(journey.holder, journey.view.id));
  const { state } = journey.view;
  return state === 'challenged' || state === 'deciding' ? 'agreed' : endOf(journey);
}

function endOf({ view: { state } }: Journey): End {
  if (state === 'passed') return { said: texts.passed, good: true };
  return state === 'failed' ? { said: texts.notPassed, next: texts.staffNext } : over;
}
