import type { NoticesAnswer } from '../../../shared/contract/protect/notices.ts';
import { Problem } from '../../../shared/problem.ts';
import { readNotices } from '../notice/read-notices.ts';
import { holderTopic } from '../notice/wake-holder.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { awaitChange, type Wait } from '../session/await-change.ts';

/**
 * What this phone is told of the credential after that place; with `wait` it answers once there is something. A phone that loses its place
 * while it waits is told so at once.
 * @throws Problem device-voided
 */
export async function notices(
  ports: Ports,
  { holderId, deviceThumbprint }: HolderCaller,
  { after = 0, ...wait }: Wait,
): Promise<NoticesAnswer> {
  const read = async () => {
    const [holder] = await ports.db.read('select device from holders where id = :holderId', { holderId });
    if (holder?.device !== deviceThumbprint) throw new Problem('device-voided');
    return readNotices(ports, deviceThumbprint, after);
  };
  const isThere = (found: readonly unknown[]) => found.length > 0;
  const found = await awaitChange(ports, holderTopic(holderId), read, { isThere, ...wait });
  return { notices: found, serverTime: ports.now() };
}
