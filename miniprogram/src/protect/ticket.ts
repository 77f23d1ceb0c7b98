import type { DisputeAnswer } from '../../../shared/contract/protect/dispute.ts';
import type { TicketAnswer } from '../../../shared/contract/protect/ticket.ts';
import { isDisputeAnswer, isTicketAnswer } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { patiently } from '../holder/patiently.ts';

/**
 * What is left to a phone that lost its place within ten days, by its device key alone: the ticket to dispute, and what it is told.
 * @throws HolderProblem ticket-over, ...
 */
export async function readTicket(holder: Holder): Promise<TicketAnswer> {
  return await patiently(holder.platform.clock, () =>
    callBff(holder, { method: 'POST', path: '/holder/v1/ticket', anonymous: true, guard: isTicketAnswer }),
  );
}

/** “This was not me”, by that ticket, once. @throws HolderProblem ticket-over, disputed-already, ... */
export async function disputeTakeOver(
  holder: Holder,
  { ticket }: Pick<TicketAnswer, 'ticket'>,
): Promise<DisputeAnswer> {
  return await callBff(holder, {
    method: 'POST',
    path: '/holder/v1/disputes',
    body: { kind: 'takeover' },
    ticket,
    guard: isDisputeAnswer,
  });
}
