import type { MeetingQuery } from '../../../shared/contract/peer/08-meeting.ts';
import type { MeetingView } from '../../../shared/contract/peer/meeting.ts';
import { Problem } from '../../../shared/problem.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { awaitChange } from '../session/await-change.ts';
import { readMeeting } from '../session/meetings.ts';
import { meetingView } from './meeting-view.ts';

/**
 * How far a meeting is for one of the two phones.
 * @throws Problem not-found, also for every other phone, and once who met whom is forgotten
 */
export async function lookAtMeeting(
  ports: Ports,
  caller: HolderCaller,
  meetingId: string,
  { seen, wait, signal }: MeetingQuery & { signal: AbortSignal },
): Promise<MeetingView> {
  const read = async (): Promise<MeetingView> => {
    const meeting = await readMeeting(ports, { id: meetingId });
    const phones = [meeting?.opener.device, meeting?.joined?.device];
    if (meeting === undefined || !phones.includes(caller.deviceThumbprint)) throw new Problem('not-found');
    return meetingView(ports, caller, meeting);
  };
  const isThere = ({ state }: MeetingView) => state !== seen;
  return awaitChange(ports, meetingId, read, { isThere, wait, signal });
}
