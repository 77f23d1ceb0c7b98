import { Problem } from '../../../shared/problem.ts';
import type { Ports } from '../ports/ports.ts';
import type { Demand } from '../ports/quotas.ts';
import { networkOf } from '../quota/network-of.ts';
import { take } from '../quota/take.ts';
import { type Arrived, arrivalOf, arrivalsOfDevice, makeArrival } from '../session/arrivals.ts';
import type { LiveCheck } from '../session/session.ts';
import { readScan, type Scan } from './read-scan.ts';
import { tellMoreTime } from './tell-more-time.ts';

/** Who arrives, with whatever it has of the scan. */
export interface Arriver {
  code: string;
  ticket: string | undefined;
  /** The thumbprint of the key that proved itself; undefined where a browser has none yet. */
  device: string | undefined;
  /** The network address that the request came from. */
  source: string;
}

/**
 * The arrival that stands for a scan: the one that this ticket or device has at the check already, or a new one, which tells the
 * counter that more time is needed.
 * @throws Problem code-stale where the code is too old to arrive by, too-many-requests; those of `readScan`
 */
export async function takeArrival(
  ports: Ports,
  { session, counts }: Scan,
  arriver: Arriver,
): Promise<{ session: LiveCheck; arrived: Arrived }> {
  const earlier = await earlierArrival(ports, session.id, arriver);
  if (earlier !== undefined) return { session, arrived: earlier };
  if (counts === 'no-more') throw new Problem('code-stale');
  const { arrived, statement } = makeArrival(ports, session, arriver.device);
  const demands = demandsOf(session, arriver);
  const done =
    session.state === 'open'
      ? (await tellMoreTime(ports, session, [statement], demands)) === 'told'
      : (await take(ports, demands, { also: [statement] })).written.done;
  if (done) return { session, arrived };
  return takeArrival(ports, await readScan(ports, arriver.code), arriver);
}

async function earlierArrival(
  ports: Ports,
  sessionId: string,
  { ticket, device }: Arriver,
): Promise<Arrived | undefined> {
  const byTicket = ticket === undefined ? undefined : await arrivalOf(ports, ticket);
  const anothers = device !== undefined && byTicket?.device !== undefined && byTicket.device !== device;
  if (byTicket?.sessionId === sessionId && !anothers) return byTicket;
  if (device === undefined) return undefined;
  const own = await arrivalsOfDevice(ports, device);
  return own.find((arrived) => arrived.sessionId === sessionId);
}

function demandsOf({ id }: LiveCheck, { device, source }: Arriver): Demand[] {
  const network = networkOf(source);
  return [
    { quota: 'arrivals-by-network', subject: network },
    { quota: 'arrivals-by-session', subject: id },
    { quota: 'arrivals-by-session-and-network', subject: `${id}|${network}` },
    ...(device === undefined ? [] : [{ quota: 'arrivals-by-device', subject: device } as const]),
  ];
}
