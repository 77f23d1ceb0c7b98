import { type Static, Type } from 'typebox';
import * as limits from '../../limits.ts';
import { type Call, exact, oneOf } from '../schema.ts';
import { MeetingIdSchema, MeetingView, meetingStates } from './meeting.ts';

/** Long poll: answers at once where the state is another than `seen`, else after a change or `wait` seconds. */
export const MeetingQuery = exact({
  seen: Type.Optional(oneOf(meetingStates)),
  wait: Type.Optional(Type.Integer({ minimum: 0, maximum: limits.longPollSeconds })),
});
export type MeetingQuery = Static<typeof MeetingQuery>;

export const readMeetingCall = {
  method: 'GET',
  path: '/holder/v1/meetings/:meetingId',
  summary: 'How far a meeting is; whether the other person is confirmed, once both checks are over.',
  params: exact({ meetingId: MeetingIdSchema }),
  query: MeetingQuery,
  status: 200,
  answer: MeetingView,
  waits: true,
} as const satisfies Call;
