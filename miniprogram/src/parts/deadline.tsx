import { Text as Words } from '@tarojs/components';
import { useEffect, useState } from 'react';
import * as limits from '../../../shared/limits.ts';
import { asProblem } from '../holder/holder-problem.ts';
import type { Journey } from '../journey/journey.ts';
import { moreTime, timeLeft } from '../journey/time.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { aria } from '../ui/aria.ts';
import { Notice } from '../ui/notice.tsx';
import { uiTexts } from '../ui/texts.ts';
import { useSay } from '../ui/use-say.ts';
import { checkTexts, secondsLeft } from './check-texts.ts';
import { secondsShown } from './seconds-shown.ts';
import { useServerNow } from './use-server-now.ts';

/** Milliseconds from one look at the clock to the next. */
const every = 500;

/**
 * The deadline of what the person does now, from 20 seconds before it on, and *more time*, once. Nothing stands here while others work.
 * @param until an earlier deadline than the session's, which cannot be moved: epoch milliseconds of the BFF's clock
 */
export function Deadline({ journey, until }: { journey: Journey; until?: number | undefined }) {
  const say = useSay();
  const now = useServerNow(journey.holder, every);
  const [given, setGiven] = useState(false);
  const [working, setWorking] = useState(false);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    if (!given) return;
    const timer = setTimeout(() => setGiven(false), limits.deadlineShown);
    return () => clearTimeout(timer);
  }, [given]);
  const movable = timeLeft(journey);
  const fixed = until === undefined ? undefined : until - now;
  const fixedFirst = fixed !== undefined && fixed < (movable ?? Number.POSITIVE_INFINITY);
  const left = secondsShown(fixedFirst ? fixed : movable);
  const extend = (): void => {
    setWorking(true);
    moreTime(journey)
      .then(
        () => setGiven(true),
        (cause: unknown) => setRefused(!asProblem(cause).retryable),
      )
      .finally(() => setWorking(false));
  };
  if (given) return <Notice tone="good" text={say(checkTexts.moreGiven)} />;
  if (left === undefined) return null;
  const extendable = journey.view.mayExtend === true && !fixedFirst && !refused;
  return (
    <Notice tone="attention" text={say(fixedFirst ? checkTexts.challengeEnds : checkTexts.timeEnds)}>
      <Words id="seconds-left" className="seconds-left live" {...aria({ hidden: true })}>
        {say(secondsLeft(left))}
      </Words>
      {extendable ? (
        <ActionButton
          id="more-time"
          label={say(working ? uiTexts.working : checkTexts.moreTime)}
          weight="plain"
          disabled={working}
          onTap={extend}
        />
      ) : null}
    </Notice>
  );
}
