import type { HolderView } from '../../../shared/contract/holder-view.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { askedView } from '../session/asked-view.ts';
import { awaitChange, type Wait } from '../session/await-change.ts';
import { phoneVersion } from '../session/holder-view.ts';
import { loadOwn } from '../session/load.ts';
import type { Session } from '../session/session.ts';

/**
 * The session as the phone that took it may see it.
 * @throws Problem not-found, also for every other phone
 */
export async function readOwnSession(
  ports: Ports,
  caller: HolderCaller,
  sessionId: string,
  { after, ...wait }: Wait,
): Promise<HolderView> {
  const read = () => loadOwn(ports, caller, sessionId);
  const isThere = (session: Session) => after === undefined || phoneVersion(session) > after;
  return askedView(ports, await awaitChange(ports, sessionId, read, { isThere, ...wait }));
}
