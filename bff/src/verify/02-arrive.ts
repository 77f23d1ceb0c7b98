import type { Arrival, ArriveBody } from '../../../shared/contract/verify/02-arrive.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Scanning } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { type Arrived, arrivalOf, bindArrival } from '../session/arrivals.ts';
import { latestEnd } from '../session/counter-view.ts';
import { load } from '../session/load.ts';
import { isLiveCheck, type LiveCheck } from '../session/session.ts';
import { whoAsks } from '../session/who-asks.ts';
import { readScan } from './read-scan.ts';
import { takeArrival } from './take-arrival.ts';

/**
 * A phone that has no token yet says that it scanned, by the code or by the cookie that its browser was given: from now on the ticket is
 * for this device alone. Asked again, the same device is answered the same.
 * @throws Problem request-invalid where it brings neither, code-unreadable, code-forged, code-stale where the code is too old, the check
 * is over or the ticket is another device's; who-asks-unknown, too-many-requests
 */
export async function arrive(
  ports: Ports,
  { code, ticket, deviceThumbprint: device, source }: ArriveBody & Scanning,
): Promise<Arrival> {
  const { session, arrived } =
    code === undefined
      ? await byTicket(ports, ticket)
      : await takeArrival(ports, await readScan(ports, code), { code, ticket, device, source });
  if (arrived.device !== device) {
    const bound = await ports.db.write([bindArrival(arrived.ticket, device)]);
    if (!bound.done) throw new Problem('code-stale');
  }
  return arrivalAt(ports, session, arrived);
}

/**
 * What a phone is told of its arrival: without a key list where none was ever heard, as the moment of the scan counts all the same.
 * @throws Problem who-asks-unknown
 */
export async function arrivalAt(ports: Ports, session: LiveCheck, { ticket }: Arrived): Promise<Arrival> {
  const asks = await whoAsks(ports, session.asked.request);
  const keyList = await ports.authority.knownKeyList().catch((fault: unknown) => {
    if (fault instanceof Problem && fault.code === 'authority-unavailable') return undefined;
    throw fault;
  });
  const told = { ticket, asks, serverTime: ports.now(), deadline: latestEnd(session) };
  return keyList === undefined ? told : { ...told, keyList };
}

async function byTicket(
  ports: Ports,
  ticket: string | undefined,
): Promise<{ session: LiveCheck; arrived: Arrived }> {
  if (ticket === undefined) throw new Problem('request-invalid');
  const arrived = await arrivalOf(ports, ticket);
  const session = arrived && (await load(ports, arrived.sessionId));
  if (arrived === undefined || session === undefined || !isLiveCheck(session))
    throw new Problem('code-stale');
  return { session, arrived };
}
