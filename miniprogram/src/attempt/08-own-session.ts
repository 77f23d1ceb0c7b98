import type { HolderView } from '../../../shared/contract/holder-view.ts';
import * as limits from '../../../shared/limits.ts';
import { isFinal } from '../../../shared/sessions.ts';
import { isHolderView } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { patiently } from '../holder/patiently.ts';
import type { ToldView } from '../holder/who-asks.ts';

/** The session as it stands, for a page that was reloaded or whose step came too late. @throws HolderProblem not-found, ... */
export async function readSession(holder: Holder, sessionId: string): Promise<HolderView> {
  return await patiently(holder.platform.clock, () =>
    callBff(holder, { method: 'GET', path: `/holder/v1/sessions/${sessionId}`, guard: isHolderView }),
  );
}

/** The session once it shows something else than `from`, or as it is after a long poll's time. @throws HolderProblem */
export async function awaitChange(holder: Holder, from: ToldView): Promise<ToldView> {
  const query = `after=${from.version}&wait=${limits.longPollSeconds}`;
  return await patiently(holder.platform.clock, () =>
    callBff(holder, {
      method: 'GET',
      path: `/holder/v1/sessions/${from.id}?${query}`,
      guard: isHolderView,
      patience: limits.longPollSeconds * 1000,
    }),
  );
}

/** Waits for the end of this attempt: a final state, or `claimed` with hints where another one may follow. @throws HolderProblem */
export async function awaitResult(holder: Holder, from: ToldView): Promise<ToldView> {
  let view = from;
  while (!isFinal(view.state) && view.state !== 'claimed') view = await awaitChange(holder, view);
  return view;
}
