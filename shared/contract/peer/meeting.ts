import { type Static, Type } from 'typebox';
import { idPattern } from '../../ids.ts';
import { Base64urlSchema, exact, oneOf, SessionIdSchema, TimeSchema } from '../schema.ts';

/**
 * How far a meeting of two people is for one of them. `checking`: both have a check of their own. `confirmed` and `not-confirmed` are about
 * the other one, and come once both checks are over and this one's own was decided; `over`: it ended before that.
 */
export const meetingStates = ['open', 'checking', 'confirmed', 'not-confirmed', 'over'] as const;
export type MeetingState = (typeof meetingStates)[number];

export const MeetingIdSchema = Type.String({ pattern: idPattern.mtg });

export const MeetingView = exact({
  id: MeetingIdSchema,
  state: oneOf(meetingStates),
  serverTime: TimeSchema,
  /** While it is open: until when it may be scanned. */
  expiresAt: Type.Optional(TimeSchema),
  /** This phone's own check, once there is one. */
  sessionId: Type.Optional(SessionIdSchema),
});
export type MeetingView = Static<typeof MeetingView>;

/** What a phone makes its codes of, second by second. */
export const MeetingCodeParts = exact({
  baseUrl: Type.String(),
  token: Base64urlSchema(22, 22),
  secret: Base64urlSchema(43, 43),
  openedAt: TimeSchema,
});
export type MeetingCodeParts = Static<typeof MeetingCodeParts>;
