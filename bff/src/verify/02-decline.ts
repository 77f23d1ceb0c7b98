import type { HolderView } from '../../../shared/contract/holder-view.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { isFinal } from '../../../shared/sessions.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { awaitsWord } from '../session/awaits-word.ts';
import { change, ended } from '../session/change.ts';
import { holderView } from '../session/holder-view.ts';
import { leaveMeeting } from '../session/leave-meeting.ts';
import { loadOwn } from '../session/load.ts';

/**
 * The holder declines, at any step before the authority decides, and after it while the counter word is missing, whatever the
 * verdict; declining twice is declining once.
 * @throws Problem not-found, session-over, step-out-of-order
 */
export async function decline(ports: Ports, caller: HolderCaller, sessionId: string): Promise<HolderView> {
  const session = await loadOwn(ports, caller, sessionId);
  if (session.state === 'declined') return holderView(ports, session);
  if (isFinal(session.state)) throw new Problem('session-over');
  if (session.state === 'deciding' && !awaitsWord(session)) throw new Problem('step-out-of-order');
  const declined = await change(ports, session, ended(session, 'declined', ports.now(), limits.claimMemory));
  if (typeof declined === 'string') return decline(ports, caller, sessionId);
  void ports.audit({ event: 'session-ended', by: 'holder', sessionId, state: 'declined' });
  await leaveMeeting(ports, declined);
  return holderView(ports, declined);
}
