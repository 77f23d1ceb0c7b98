import type { HolderView } from '../../../shared/contract/holder-view.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { askedView } from '../session/asked-view.ts';
import { load } from '../session/load.ts';
import type { InState } from '../session/session.ts';

/** Checks of wards that wait for this phone's holder to agree: what another has answered, or nobody in time, is no request any more. */
export async function wardRequests(
  ports: Ports,
  { deviceThumbprint }: HolderCaller,
): Promise<{ sessions: HolderView[] }> {
  const rows = await ports.db.read(`select id from sessions where device = :device and state = 'claimed'`, {
    device: deviceThumbprint,
  });
  const sessions = await Promise.all(rows.map(({ id }) => load(ports, String(id))));
  const waiting = sessions.filter(
    (session): session is InState<'claimed'> =>
      session?.state === 'claimed' &&
      session.claim.shows === 'credential' &&
      session.claim.ward !== undefined,
  );
  return { sessions: await Promise.all(waiting.map((session) => askedView(ports, session))) };
}
