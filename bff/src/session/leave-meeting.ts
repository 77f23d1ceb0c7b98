import type { Ports } from '../ports/ports.ts';
import { endAll } from './end-all.ts';
import { load } from './load.ts';
import { readMeeting } from './meetings.ts';
import { isLive, type Session } from './session.ts';

/**
 * One person of a meeting has left without a decision: the other is not to be captured for nothing. What the authority is deciding is left
 * alone. Does nothing where no other person asks.
 */
export async function leaveMeeting(ports: Ports, { id, asked }: Session): Promise<void> {
  if (asked.by !== 'peer') return;
  const joined = (await readMeeting(ports, { id: asked.meetingId }))?.joined;
  if (joined === undefined) return;
  const other = await load(ports, joined.openerSession === id ? joined.joinerSession : joined.openerSession);
  if (other === undefined || !isLive(other) || other.state === 'deciding') return;
  await endAll(ports, [other], 'cancelled', 'holder');
}
