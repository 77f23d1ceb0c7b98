import { type Static, Type } from 'typebox';
import * as limits from '../../limits.ts';
import { type Call, exact, TimeSchema } from '../schema.ts';
import { Notice } from './notices.ts';

/** The only thing that a ticket opens. */
export const disputeScope = 'dispute';

/**
 * What is left to a phone that lost its place: a ticket, bound to its device key, that can dispute and nothing else, and what became of the
 * credential since.
 */
export const TicketAnswer = exact({
  ticket: Type.String(),
  /** When the phone lost its place. */
  lostAt: TimeSchema,
  /** Until when the ticket counts. */
  until: TimeSchema,
  /** Whether it was used. */
  disputed: Type.Boolean(),
  notices: Type.Array(Notice, { maxItems: limits.noticesPerPage }),
  serverTime: TimeSchema,
});
export type TicketAnswer = Static<typeof TicketAnswer>;

/** ticket-over where no place was lost within ten days, or the phone was reported lost. */
export const ticketCall = {
  method: 'POST',
  path: '/holder/v1/ticket',
  summary:
    'A phone that lost its place, known by its device key alone: the ticket by which it may dispute, and what it is told.',
  status: 200,
  answer: TicketAnswer,
} as const satisfies Call;
