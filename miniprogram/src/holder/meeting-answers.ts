import type { OpenMeetingAnswer } from '../../../shared/contract/peer/01-open-meeting.ts';
import { type MeetingView, meetingStates } from '../../../shared/contract/peer/meeting.ts';
import { idPattern } from '../../../shared/ids.ts';
import { type Guard, oneOf, record, text, whole } from './guards.ts';

export const isMeetingView: Guard<MeetingView> = record(
  { id: text(new RegExp(idPattern.mtg)), state: oneOf(meetingStates), serverTime: whole(0) },
  { expiresAt: whole(0), sessionId: text(new RegExp(idPattern.ses)) },
);

export const isOpenMeetingAnswer: Guard<OpenMeetingAnswer> = record({
  meeting: isMeetingView,
  code: record({
    baseUrl: text(/^https?:\/\/[!-~]+$/),
    token: text(/^[A-Za-z0-9_-]{22}$/),
    secret: text(/^[A-Za-z0-9_-]{43}$/),
    openedAt: whole(0),
  }),
});
