import * as limits from '../../../shared/limits.ts';
import type { Ports } from '../ports/ports.ts';
import { endAll } from '../session/end-all.ts';
import { sessionsOf } from '../session/row.ts';
import { isLive } from '../session/session.ts';

/**
 * Ends the oldest of what the phone's holder began without a counter, so that one more may live: whoever left it halfway, by closing the
 * app or by a reload, begins again at once. What the authority is deciding is left alone.
 */
export async function makeRoom(ports: Ports, device: string): Promise<void> {
  const rows = await ports.db.read(
    `select id, body from sessions where device = :device and counter_id is null and deadline > :now
      and state in ('open', 'claimed', 'challenged', 'deciding')`,
    { device, now: ports.now() },
  );
  const live = (await sessionsOf(ports, rows)).filter(isLive);
  const tooMany = live.length - (limits.liveApplications - 1);
  if (tooMany <= 0) return;
  const oldest = live
    .filter(({ state }) => state !== 'deciding')
    .sort((a, b) => a.openedAt - b.openedAt)
    .slice(0, tooMany);
  await endAll(ports, oldest, 'cancelled', 'holder');
}
