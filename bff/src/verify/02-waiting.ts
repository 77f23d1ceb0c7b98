import type { WaitingCounter } from '../../../shared/contract/verify/02-arrive.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { arrivalsOfDevice } from '../session/arrivals.ts';
import { askedView } from '../session/asked-view.ts';
import { load } from '../session/load.ts';
import { isLiveCheck, type LiveCheck } from '../session/session.ts';
import { arrivalAt } from './02-arrive.ts';

/**
 * The counter that still waits for a phone which was closed or reloaded: the newest check that it takes part in, and where there is
 * none the newest at which it arrived and which nobody has claimed. Empty where no counter waits.
 * @throws Problem who-asks-unknown
 */
export async function readWaiting(
  ports: Ports,
  { deviceThumbprint: device }: HolderCaller,
): Promise<WaitingCounter> {
  const rows = await ports.db.read(
    `select id from sessions where device = :device and counter_id is not null
      and state in ('open', 'claimed', 'challenged', 'deciding')`,
    { device },
  );
  const own = newest(
    await liveChecks(
      ports,
      rows.map(({ id }) => String(id)),
    ),
  );
  if (own !== undefined) return { check: await askedView(ports, own) };
  const arrivals = await arrivalsOfDevice(ports, device);
  const checks = await liveChecks(
    ports,
    arrivals.map(({ sessionId }) => sessionId),
  );
  const waiting = newest(checks.filter(({ state }) => state === 'open'));
  const arrived = arrivals.find(({ sessionId }) => sessionId === waiting?.id);
  if (waiting === undefined || arrived === undefined) return {};
  return { arrival: await arrivalAt(ports, waiting, arrived) };
}

async function liveChecks(ports: Ports, ids: readonly string[]): Promise<LiveCheck[]> {
  const sessions = await Promise.all(ids.map((id) => load(ports, id)));
  return sessions.filter((session) => session !== undefined).filter(isLiveCheck);
}

function newest(checks: readonly LiveCheck[]): LiveCheck | undefined {
  return checks.toSorted((one, other) => other.openedAt - one.openedAt)[0];
}
