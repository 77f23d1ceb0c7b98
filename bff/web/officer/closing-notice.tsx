import { useEffect, useRef, useState } from 'preact/hooks';
import * as limits from '../../../shared/limits.ts';
import type { ServerClock } from '../desk/live/server-clock.ts';
import { Say, useSay } from '../staff/say.tsx';
import { type Closing, closingOf, type Ending } from './desk/watch-idle.ts';

const looked = 1000;

/**
 * Tells that the shift is about to end by itself, `limits.deadlineShown` before it does. Any key or touch says that somebody is there, and is all that it
 * takes where nobody was.
 */
export function ClosingNotice({
  expiresAt,
  clock,
  atWork,
  end,
}: {
  expiresAt: number;
  clock: ServerClock;
  /** Told at most each `limits.officerTouch` that somebody is here, whatever is done. */
  atWork: () => void;
  end: (why: Ending) => void;
}) {
  const { say } = useSay();
  const [closing, setClosing] = useState<Closing>();
  const touchedAt = useRef(performance.now());
  const toldAt = useRef(performance.now());
  const over = useRef(false);
  useEffect(() => {
    // A machine that slept does not count as somebody at work.
    let seen = Date.now();
    let slept = 0;
    const now = () => performance.now() + slept;
    const look = () => {
      const passed = Date.now() - seen;
      seen = Date.now();
      if (passed > limits.deadlineShown) slept += passed;
      const server = clock.now() ?? Date.now();
      const of = { now: now(), touchedAt: touchedAt.current, expiresAt: now() + expiresAt - server };
      const found = closingOf(of);
      setClosing(found);
      if (found?.left !== 0 || over.current) return;
      over.current = true;
      end(found.why);
    };
    const touch = () => {
      touchedAt.current = now();
      if (now() - toldAt.current < limits.officerTouch) return;
      toldAt.current = now();
      atWork();
    };
    const timer = setInterval(look, looked);
    const kinds = ['keydown', 'pointerdown'] as const;
    for (const kind of kinds) addEventListener(kind, touch, true);
    return () => {
      clearInterval(timer);
      for (const kind of kinds) removeEventListener(kind, touch, true);
    };
  }, [expiresAt, clock, atWork, end]);
  if (closing === undefined) return null;
  const seconds = Math.ceil(closing.left / 1000);
  return (
    <div class="notice closing" id="closing">
      {/* Once for a screen reader; the seconds are for the eye. */}
      <p role="alert">
        {say(
          closing.why === 'idle'
            ? {
                zh: '很久没有操作，马上自动下班。按任意键继续办理。',
                en: 'Nothing was done for a while, and the shift is about to end. Press any key to go on.',
              }
            : {
                zh: '本次上班的时间到了，马上自动下班。请结束手上这一位，再重新登录。',
                en: 'The time of this shift is up. Finish with whoever is here, then begin another one.',
              },
        )}
      </p>
      <strong aria-hidden="true">
        <Say zh={`还剩 ${seconds} 秒`} en={`${seconds} s left`} />
      </strong>
    </div>
  );
}
