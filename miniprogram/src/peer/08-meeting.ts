import type { MeetingView } from '../../../shared/contract/peer/meeting.ts';
import * as limits from '../../../shared/limits.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { isMeetingView } from '../holder/meeting-answers.ts';
import { patiently } from '../holder/patiently.ts';

/**
 * The meeting once it is in another state than `seen`, or as it is after a long poll's time; at once where nothing was seen yet.
 * @throws HolderProblem not-found where who met whom is forgotten, ...
 */
export async function readMeeting(
  holder: Holder,
  meetingId: string,
  seen?: MeetingView['state'],
): Promise<MeetingView> {
  const query = seen === undefined ? '' : `?seen=${seen}&wait=${limits.longPollSeconds}`;
  return await patiently(holder.platform.clock, () =>
    callBff(holder, {
      ...{ method: 'GET', path: `/holder/v1/meetings/${meetingId}${query}`, guard: isMeetingView },
      ...(seen === undefined ? {} : { patience: limits.longPollSeconds * 1000 }),
    }),
  );
}
