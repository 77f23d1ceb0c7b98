import { disputeScope } from '../../../../shared/contract/protect/ticket.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { DisputingCaller } from '../../ports/callers.ts';
import type { Ports } from '../../ports/ports.ts';
import { take } from '../../quota/take.ts';
import { authenticateHolder } from './authenticate-holder.ts';
import type { Proven } from './prove-token.ts';

/**
 * Tells who disputes: the holder's live phone by its access token, or one that lost its place by its ticket, which is the only thing that a
 * ticket opens. Whether its place was lost within ten days is looked at with the dispute.
 * @throws Problem token-invalid, device-voided, too-many-requests
 */
export async function authenticateDisputing(ports: Ports, proven: Proven): Promise<DisputingCaller> {
  const { holderId, deviceThumbprint, scope } = proven;
  if (scope === undefined) return { ...(await authenticateHolder(ports, proven)), by: 'login' };
  if (scope !== disputeScope) throw new Problem('token-invalid');
  // Counted by the device: what a phone without a place asks takes nothing from the one that has it.
  await take(ports, [{ quota: 'calls-by-holder', subject: deviceThumbprint }]);
  return { holderId, deviceThumbprint, by: 'ticket' };
}
