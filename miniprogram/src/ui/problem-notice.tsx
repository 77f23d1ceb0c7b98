import { useEffect } from 'react';
import { type HolderProblem, nextText, problemText } from '../holder/holder-problem.ts';
import { goOnly } from '../start/go.ts';
import { logOutIfVoided } from '../start/log-out.ts';
import { ActionButton } from './action-button.tsx';
import { Notice } from './notice.tsx';
import { uiTexts } from './texts.ts';
import { useCountdown } from './use-countdown.ts';
import { useSay } from './use-say.ts';

/**
 * What went wrong, what to do next, and a button that does it: again where `onRetry` is given, else back to home.
 * A retry waits as long as the BFF asked for. A phone that was signed out from elsewhere is emptied here.
 */
export function ProblemNotice(props: {
  problem: HolderProblem;
  onRetry?: () => void;
  retryLabel?: string;
  /** Plain where the page has a filled button. */
  weight?: 'strong' | 'plain';
  /** The page itself has the button that tries again. */
  wordsOnly?: boolean;
}) {
  const { problem, onRetry } = props;
  const say = useSay();
  const [wait, startWait] = useCountdown();
  const { retryAfter = 0 } = problem;
  useEffect(() => {
    void logOutIfVoided(problem);
    startWait(retryAfter);
  }, [problem, retryAfter, startWait]);
  const label = props.retryLabel ?? say(uiTexts.retry);
  const retries = onRetry !== undefined && problem.code !== 'device-voided';
  return (
    <Notice tone="bad" text={say(problemText(problem.code))} next={say(nextText(problem))}>
      {props.wordsOnly ? null : retries ? (
        <ActionButton
          id="retry"
          weight={props.weight ?? 'strong'}
          label={wait > 0 ? `${wait} ${say(uiTexts.waitSeconds)}` : label}
          disabled={wait > 0}
          live={wait > 0}
          onTap={onRetry}
        />
      ) : (
        <ActionButton id="to-home" label={say(uiTexts.home)} weight="plain" onTap={() => goOnly('home')} />
      )}
    </Notice>
  );
}
