import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { patiently } from '../holder/patiently.ts';
import { checkWhoAsks, type SessionView } from '../holder/who-asks.ts';
import { isWardRequests } from './answers.ts';

/** A ward at a terminal, for whom the owner of this phone is asked: who asks and where was checked. */
export type WardRequest = SessionView & Required<Pick<SessionView, 'asks' | 'ward'>>;

/** Checks of wards that wait for the owner. @throws HolderProblem who-asks-unknown, ... */
export async function wardRequests(holder: Holder): Promise<WardRequest[]> {
  const { sessions } = await patiently(holder.platform.clock, () =>
    callBff(holder, { method: 'GET', path: '/holder/v1/ward-requests', guard: isWardRequests }),
  );
  return sessions.flatMap((session) => {
    const { asks, ward, ...view } = checkWhoAsks(holder, session);
    return asks === undefined || ward === undefined ? [] : [{ ...view, asks, ward }];
  });
}
