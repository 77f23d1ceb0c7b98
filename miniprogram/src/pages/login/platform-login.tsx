import { Text as Words } from '@tarojs/components';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { HolderProblem } from '../../holder/holder-problem.ts';
import { asProblem } from '../../holder/holder-problem.ts';
import { login } from '../../login/01-login.ts';
import { isVoidedHere } from '../../start/device-voided.ts';
import { openHolder } from '../../start/open-holder.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { uiTexts } from '../../ui/texts.ts';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

/** WeChat and Alipay: signs in as it opens, unless another phone is signed in in the place of this one, and shows what went wrong. */
export function PlatformLogin({ onDone }: { onDone: () => void }) {
  const say = useSay();
  const [problem, setProblem] = useState<HolderProblem>();
  const done = useRef(onDone);
  const attempt = useCallback(() => {
    setProblem(undefined);
    openHolder()
      .then((holder) => login(holder))
      .then(
        () => done.current(),
        (cause: unknown) => setProblem(asProblem(cause)),
      );
  }, []);
  // A place that another phone has taken is not taken back unasked.
  const [asks, setAsks] = useState(isVoidedHere);
  useEffect(() => {
    if (!asks) attempt();
  }, [asks, attempt]);
  if (asks) {
    return (
      <>
        <Words>{say(texts.placeLost)}</Words>
        <ActionButton id="sign-in" label={say(texts.signIn)} onTap={() => setAsks(false)} />
        <Words className="footnote">{say(texts.takeover)}</Words>
      </>
    );
  }
  return (
    <>
      <Words>{say(texts.platform)}</Words>
      {problem === undefined ? (
        <Progress label={say(texts.working)} />
      ) : (
        <ProblemNotice problem={problem} onRetry={attempt} />
      )}
      <Words className="footnote">{say(texts.takeover)}</Words>
      <Words className="footnote">{say(uiTexts.staffed)}</Words>
    </>
  );
}
