import type { WhoAsks } from '../../../shared/contract/holder-view.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Ports } from '../ports/ports.ts';
import type { Registered } from '../ports/registry.ts';
import { latestEnd } from '../session/counter-view.ts';
import { whoAsks } from '../session/who-asks.ts';
import { readScan } from './read-scan.ts';
import { takeArrival } from './take-arrival.ts';

/** What a browser that opened a code is shown at once. */
export interface Landing {
  asks: WhoAsks;
  /** What the registrar's statement in `asks` says, for a page that stands before anything can check it. */
  names: Pick<Registered, 'rpName' | 'counterName' | 'place'>;
  serverTime: number;
  /** When the check ends unless it is claimed. */
  deadline: number;
  /** For the cookie; absent where too many arrive. The page stands all the same, and the scan counts for as long as its code does. */
  ticket?: string;
}

/**
 * A browser opens the address that a code is: who asks, and a ticket for the moment of the scan.
 * @param opened `source` is the network address
 * @throws Problem code-unreadable, code-forged, code-stale (older than `limits.lateCodeMaxAge`, or the check is over), who-asks-unknown
 */
export async function land(ports: Ports, opened: { code: string; source: string }): Promise<Landing> {
  const scan = await readScan(ports, opened.code);
  const { session } = scan;
  const asks = await whoAsks(ports, session.asked.request);
  const counter = await ports.registry.counter(asks.counterId);
  if (counter === undefined) throw new Problem('who-asks-unknown');
  const { rpName, counterName, place, signed } = counter.registered;
  // The page has no room for a key list; the app that it opens checks one.
  if (!(await ports.authority.registrarStands(signed))) throw new Problem('who-asks-unknown');
  const landing = {
    asks,
    names: { rpName, counterName, place },
    serverTime: ports.now(),
    deadline: latestEnd(session),
  };
  try {
    const { arrived } = await takeArrival(ports, scan, { ...opened, ticket: undefined, device: undefined });
    return { ...landing, ticket: arrived.ticket };
  } catch (fault) {
    if (fault instanceof Problem && fault.code === 'too-many-requests') return landing;
    throw fault;
  }
}
