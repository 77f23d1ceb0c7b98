import type { Static } from 'typebox';
import { type Call, exact } from '../schema.ts';
import { MeetingCodeParts, MeetingView } from './meeting.ts';

export const OpenMeetingAnswer = exact({ meeting: MeetingView, code: MeetingCodeParts });
export type OpenMeetingAnswer = Static<typeof OpenMeetingAnswer>;

/** One at a time for each phone: another one takes the place of that which nobody has scanned. */
export const openMeetingCall = {
  method: 'POST',
  path: '/holder/v1/meetings',
  summary:
    'A person opens a meeting with another and shows its code; who scans it is checked, and so is who shows it.',
  status: 201,
  made: '/holder/v1/meetings/:meeting.id',
  answer: OpenMeetingAnswer,
} as const satisfies Call;
