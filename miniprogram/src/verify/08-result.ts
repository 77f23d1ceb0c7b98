import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { awaitChange } from '../attempt/await-change.ts';
import { isHolderView } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { patiently } from '../holder/patiently.ts';
import { sessionPath } from './session-path.ts';

/** Waits for the end of this attempt: a final state, or `claimed` with hints where another one may follow. */
export async function awaitResult(holder: Holder, from: HolderView): Promise<HolderView> {
  return await awaitChange(holder, sessionPath(from.id), from, (view) => view.state === 'claimed');
}

/** The session as it stands, for a page that was reloaded or whose step came too late. @throws HolderProblem not-found, ... */
export async function readSession(holder: Holder, sessionId: string): Promise<HolderView> {
  return await patiently(holder.platform.clock, () =>
    callBff(holder, { method: 'GET', path: sessionPath(sessionId), form: isHolderView }),
  );
}
