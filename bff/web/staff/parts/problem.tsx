import type { ComponentChildren } from 'preact';
import type { Refused } from '../call/refused.ts';
import { Say, useSay } from '../say.tsx';

/** What went wrong and what to do next. */
export function Problem({ refused, children }: { refused: Refused; children?: ComponentChildren }) {
  const { say } = useSay();
  return (
    <div class="notice problem" role="alert">
      <p>
        <strong>{say(refused.title)}</strong>
      </p>
      <p>{say(refused.next)}</p>
      {refused.traceId === '' ? null : (
        <p class="soft">
          <Say zh="日志编号" en="In the log as" /> <code>{refused.traceId}</code>
        </p>
      )}
      {children}
    </div>
  );
}
