import { Text as Words } from '@tarojs/components';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { HolderProblem } from '../../holder/holder-problem.ts';
import { asProblem } from '../../holder/holder-problem.ts';
import { login } from '../../login/01-login.ts';
import { openHolder } from '../../start/open-holder.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { uiTexts } from '../../ui/texts.ts';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

/** WeChat and Alipay: signs in as it opens, and shows what went wrong. */
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
  useEffect(attempt, [attempt]);
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
