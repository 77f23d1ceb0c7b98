import type { Following } from './follow.ts';
import { type CheckView, isOver, isView } from './guards.ts';
import type { Link } from './link.ts';
import { askedToWait, mayPass } from './may-pass.ts';
import { pause } from './pause.ts';

/** Milliseconds between two looks at a check while the service is out of order. */
const pauseLeast = 4_000;

export interface Waiting {
  signal?: AbortSignal;
  /** Told of each change, the end too: `word` says when the guest has three digits to say. */
  onChange?: (view: CheckView) => void;
}

/**
 * Waits for the end of a check, by the event stream or by long polls where there is none, through restarts, broken lines and quotas that are used
 * up for a while, each for as long as the service asks. Every end is an answer:
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
  const over = new AbortController();
  let tidy = (): void => undefined;
  const end = new Promise<CheckView>((resolve, reject) => {
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
    tidy = () => {
      over.abort();
      leave();
      signal?.removeEventListener('abort', abort);
    };
    // What happened before the stream stood; and who asks for a check that is not there hears so.
    readOnce(link, sessionId, over.signal).then(tell, reject);
  });
  return await end.finally(() => tidy());
}

/** How the check is now, however often it takes to be told. @throws Refused, and the reason of `signal` */
async function readOnce(link: Link, sessionId: string, signal: AbortSignal): Promise<CheckView> {
  const path = `/counter/v1/sessions/${sessionId}`;
  for (;;)
    try {
      return await link.ask({ method: 'GET', path, signal, repeatable: true }, isView);
    } catch (fault) {
      if (signal.aborted || !mayPass(fault)) throw fault;
      await pause(Math.max(pauseLeast, askedToWait(fault)), signal);
    }
}
