import { useEffect, useRef } from 'preact/hooks';
import { referenceOf } from '../../../../shared/reference.ts';
import { timeLeft } from '../../desk/face/time-left.ts';
import { announce, Say, useSay } from '../../staff/say.tsx';
import { useTick, useWork } from '../at-work.tsx';
import { type Raise, toCheck } from '../desk/to-check.ts';
import { EndAct } from '../end-act.tsx';

/** What belongs to the session whatever its step: its reference, the time that is left, and the way out. */
export function SessionBar({ raise }: { raise: Raise }) {
  const { run, clock, at } = useWork();
  const { language } = useSay();
  useTick(1000);
  const left = timeLeft(toCheck(raise, at.claims.counterId).view, clock.now());
  const soon = useRef(false);
  useEffect(() => {
    if (left?.soon === true && !soon.current)
      announce(
        language === 'zh'
          ? '时间快到了：这一次马上结束，可以重新开始。'
          : 'The time is nearly up: this one is about to end, and can be begun anew.',
      );
    soon.current = left?.soon === true;
  });
  return (
    <div class="session-bar">
      <span class="live">
        <Say zh="编号" en="Reference" /> {referenceOf(raise.view.sessionId)}
      </span>
      <strong id="left" class={left?.soon ? 'soon' : ''}>
        {left?.words[language] ?? ''}
      </strong>
      <EndAct end={run.end} />
    </div>
  );
}
