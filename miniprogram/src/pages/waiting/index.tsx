import { Text } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { isFinal } from '../../../../shared/sessions.ts';
import { HolderProblem, problemText } from '../../holder/holder-problem.ts';
import { openHolder } from '../../start/open-holder.ts';
import { goInstead } from '../../ui/go.ts';
import { Page } from '../../ui/page.tsx';
import { usePageParameters } from '../../ui/use-page-parameters.ts';
import { useSay } from '../../ui/use-say.ts';
import { awaitResult, readSession } from '../../verify/08-result.ts';
import { texts } from './texts.ts';

export default function WaitingPage() {
  const say = useSay();
  const { session = '' } = usePageParameters();
  const [problem, setProblem] = useState<HolderProblem>();
  useEffect(() => {
    const wait = async (): Promise<void> => {
      const holder = await openHolder();
      const view = await awaitResult(holder, await readSession(holder, session));
      await goInstead(isFinal(view.state) ? 'result' : 'confirm', { session });
    };
    wait().catch((cause: unknown) => {
      setProblem(cause instanceof HolderProblem ? cause : new HolderProblem('answer-unreadable', { cause }));
    });
  }, [session]);
  return (
    <Page title={texts.title}>
      {problem === undefined ? null : <Text>{say(problemText(problem.code))}</Text>}
    </Page>
  );
}
