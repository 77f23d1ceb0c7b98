import type { MeetingState, MeetingView } from '../../../shared/contract/peer/meeting.ts';
import type { SessionId } from '../../../shared/ids.ts';
import { isFinal } from '../../../shared/sessions.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { leaveMeeting } from '../session/leave-meeting.ts';
import { load } from '../session/load.ts';
import type { Meeting } from '../session/meetings.ts';
import { isLive, type Session } from '../session/session.ts';

/**
 * A meeting as one of the two may see it. Where the other has left without a decision this one's own check ends too. Whether the other is
 * confirmed is told once both checks are over, and to nobody whose own was not decided: who has not agreed learns nothing.
 */
export async function meetingView(
  ports: Ports,
  { deviceThumbprint }: Pick<HolderCaller, 'deviceThumbprint'>,
  { id, opener, joined, deadline }: Meeting,
): Promise<MeetingView> {
  const serverTime = ports.now();
  if (joined === undefined) {
    const open = deadline > serverTime;
    return { id, state: open ? 'open' : 'over', serverTime, ...(open && { expiresAt: deadline }) };
  }
  const { openerSession, joinerSession } = joined;
  const mine = opener.device === deviceThumbprint;
  const [sessionId, othersId] = mine ? [openerSession, joinerSession] : [joinerSession, openerSession];
  const state = await stateOf(ports, sessionId, othersId);
  return { id, state, serverTime, sessionId };
}

async function stateOf(ports: Ports, ownId: SessionId, othersId: SessionId): Promise<MeetingState> {
  const others = await load(ports, othersId);
  if (others === undefined) return 'over';
  const left = !isLive(others) && !isDecided(others);
  if (left) await leaveMeeting(ports, others);
  const own = await load(ports, ownId);
  if (own === undefined) return 'over';
  if (isLive(own)) return 'checking';
  // Ended because the other left: that one is not confirmed, and nothing else is told.
  if (!isDecided(own)) return left && own.state === 'cancelled' ? 'not-confirmed' : 'over';
  if (!isFinal(others.state)) return 'checking';
  return others.state === 'passed' ? 'confirmed' : 'not-confirmed';
}

function isDecided({ state }: Session): boolean {
  return state === 'passed' || state === 'failed';
}
