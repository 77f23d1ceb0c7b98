import type { Following } from './follow.ts';
import { type CheckView, isOver, isView } from './guards.ts';
import { type Link, mayPass } from './link.ts';

export interface Waiting {
  signal?: AbortSignal;
  /** Told of each change, the end too: `word` says when the guest has three digits to say. */
  onChange?: (view: CheckView) => void;
}

/**
 * Waits for the end of a check, by the event stream or by long polls where there is none, through restarts and broken lines. Every end is an answer:
 * `failed` and `declined` are no errors.
 * @throws Refused where there is no such check, or the counter counts no more; the reason of `signal`; what `onChange` throws
 */
export async function awaitEnd(
  link: Link,
  following: Following,
  sessionId: string,
  { signal, onChange }: Waiting = {},
): Promise<CheckView> {
  signal?.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<CheckView>();
  let newest = 0;
  function tell(view: CheckView): void {
    if (view.version <= newest) return;
    newest = view.version;
    try {
      onChange?.(view);
    } catch (fault) {
      reject(fault);
    }
    // Where it was rejected above this does nothing.
    if (isOver(view)) resolve(view);
  }
  const abort = () => reject(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });
  const leave = following.listen(sessionId, { tell, fail: reject });
  // What happened before the stream stood; and who asks for a check that is not there hears so.
  link
    .ask({ method: 'GET', path: `/counter/v1/sessions/${sessionId}`, signal, repeatable: true }, isView)
    .then(tell, (fault: unknown) => {
      if (!mayPass(fault)) reject(fault);
    });
  try {
    return await promise;
  } finally {
    leave();
    signal?.removeEventListener('abort', abort);
  }
}
