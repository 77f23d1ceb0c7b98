import { openMeetingCall } from '../../../shared/contract/peer/01-open-meeting.ts';
import { joinMeetingCall } from '../../../shared/contract/peer/02-join-meeting.ts';
import { readMeetingCall } from '../../../shared/contract/peer/08-meeting.ts';
import { type HolderApi, holderRoute } from '../http/routes/route.ts';
import { openMeeting } from './01-open-meeting.ts';
import { joinMeeting } from './02-join-meeting.ts';
import { lookAtMeeting } from './08-meeting.ts';

/** What two phones ask for whose holders confirm each other, beside the attempt of each. */
export const peerOnPhone: HolderApi = {
  openMeeting: holderRoute(openMeetingCall, (ports, { caller }) => openMeeting(ports, caller)),
  joinMeeting: holderRoute(joinMeetingCall, (ports, { caller, body }) =>
    joinMeeting(ports, caller, body.code),
  ),
  readMeeting: holderRoute(readMeetingCall, (ports, { caller, params, query, signal }) =>
    lookAtMeeting(ports, caller, params.meetingId, { ...query, signal }),
  ),
};
