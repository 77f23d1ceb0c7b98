import type { OfficerView } from '../../../shared/contract/raise/officer-view.ts';
import type { OfficerCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { awaitChange, type Wait } from '../session/await-change.ts';
import type { Session } from '../session/session.ts';
import { endSession } from '../verify/08-end.ts';
import { giveWord } from '../verify/08-word.ts';
import { atDesk, loadAtDesk } from './at-desk.ts';
import { officerView } from './officer-view.ts';

/** The session as any officer of its desk may see it. @throws Problem not-found, authority-unavailable */
export async function readRaise(
  ports: Ports,
  caller: OfficerCaller,
  sessionId: string,
  { after, ...wait }: Wait,
): Promise<OfficerView> {
  const read = () => loadAtDesk(ports, caller, sessionId);
  const isThere = (session: Session) => after === undefined || session.version > after;
  return officerView(ports, await awaitChange(ports, sessionId, read, { isThere, ...wait }));
}

/** The officer typed what the holder said. @throws Problem as `giveWord` */
export async function giveWordAtDesk(
  ports: Ports,
  caller: OfficerCaller,
  sessionId: string,
  word: string,
): Promise<OfficerView> {
  await loadAtDesk(ports, caller, sessionId);
  await giveWord(ports, atDesk(caller), sessionId, word);
  return officerView(ports, await loadAtDesk(ports, caller, sessionId));
}

/** The officer ends it, undecided. @throws Problem as `endSession` */
export async function endRaise(
  ports: Ports,
  caller: OfficerCaller,
  sessionId: string,
  signal: AbortSignal,
): Promise<OfficerView> {
  await loadAtDesk(ports, caller, sessionId);
  await endSession(ports, atDesk(caller), sessionId, 'abandoned', signal);
  return officerView(ports, await loadAtDesk(ports, caller, sessionId));
}
