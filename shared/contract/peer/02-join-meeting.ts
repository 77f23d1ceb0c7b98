import { type Static, Type } from 'typebox';
import * as limits from '../../limits.ts';
import { type Call, exact } from '../schema.ts';
import { MeetingView } from './meeting.ts';

export const JoinMeetingBody = exact({
  code: Type.String({ minLength: 1, maxLength: limits.scannedCode }),
});
export type JoinMeetingBody = Static<typeof JoinMeetingBody>;

export const joinMeetingCall = {
  method: 'POST',
  path: '/holder/v1/meetings/join',
  summary:
    "A phone scanned another person's code: both have a check of their own now, and either may decline it.",
  body: JoinMeetingBody,
  status: 200,
  answer: MeetingView,
} as const satisfies Call;
