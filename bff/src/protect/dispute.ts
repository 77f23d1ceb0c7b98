import type { DisputeAnswer } from '../../../shared/contract/protect/dispute.ts';
import { mayMove } from '../../../shared/credentials.ts';
import { Problem } from '../../../shared/problem.ts';
import { readCredential } from '../credential/credential.ts';
import { moveCredential } from '../credential/move-credential.ts';
import { readTakeOver, ticketUsed } from '../credential/take-overs.ts';
import { tellDevices } from '../notice/tell-devices.ts';
import { wakeHolder } from '../notice/wake-holder.ts';
import { deliverDue } from '../outbox/deliver-due.ts';
import type { DisputingCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { openDispute } from './open-dispute.ts';

/**
 * “This was not me”, by the ticket of the phone that lost its place, once. What another phone has made of that credential, or waits to make
 * of it, is suspended at once: no level that was to come comes, and a check in flight fails. A credential that was applied for anew is
 * nobody's to dispute.
 * @throws Problem ticket-over, disputed-already
 */
export async function disputeTakeOver(
  ports: Ports,
  { deviceThumbprint, by }: DisputingCaller,
): Promise<DisputeAnswer> {
  const takeOver = by === 'ticket' ? await readTakeOver(ports, deviceThumbprint) : undefined;
  if (takeOver === undefined) throw new Problem('ticket-over');
  if (takeOver.disputed) throw new Problem('disputed-already');
  const { holderId, origin } = takeOver;
  const credential = await readCredential(ports, holderId);
  const concerned =
    credential?.origin === origin && mayMove(credential.state, 'dispute') ? credential : undefined;
  const { disputeId, statement } = openDispute(ports, 'takeover', concerned?.handle);
  const written = await ports.db.write(
    [
      ticketUsed(deviceThumbprint, ports.now()),
      statement,
      ...(concerned === undefined
        ? [tellDevices(ports, holderId, { kind: 'disputed' })]
        : moveCredential(ports, holderId, concerned, 'dispute')),
    ],
    { reserve: true },
  );
  if (!written.done) return disputeTakeOver(ports, { deviceThumbprint, holderId, by });
  void ports.audit({ event: 'dispute-opened', by: 'holder', disputeId, kind: 'takeover' });
  if (concerned !== undefined) {
    void ports.audit({ event: 'credential-moved', by: 'holder', move: 'dispute' });
    void deliverDue(ports, concerned.handle).catch(() => undefined);
  }
  wakeHolder(ports, holderId);
  return { disputeId, serverTime: ports.now() };
}
