import type { DisputeRecord } from '../../../../shared/contract/operator/disputes.ts';
import { asId, type DisputeId } from '../../../../shared/ids.ts';
import { Problem } from '../../../../shared/problem.ts';
import { credentialIn } from '../../credential/credential.ts';
import { moveCredential } from '../../credential/move-credential.ts';
import { wakeHolder } from '../../notice/wake-holder.ts';
import { deliverDue } from '../../outbox/deliver-due.ts';
import { queueMessage } from '../../outbox/queue-message.ts';
import type { OperatorCaller } from '../../ports/callers.ts';
import type { Ports } from '../../ports/ports.ts';
import { readDispute } from './read-disputes.ts';

/**
 * Upholds or dismisses a dispute, once, with its entry of the audit chain. Nothing becomes usable by it: what was suspended is void, or
 * frozen until its holder shows the own face.
 * @throws Problem not-found, resolved-already
 */
export async function resolveDispute(
  ports: Ports,
  { operatorId }: OperatorCaller,
  disputeId: DisputeId,
  outcome: 'upheld' | 'dismissed',
): Promise<DisputeRecord> {
  const [row] = await ports.db.read(
    `select c.* from disputes d join credentials c on c.handle = d.handle and c.state = 'suspended' where d.id = :disputeId`,
    { disputeId },
  );
  const move = outcome === 'upheld' ? 'supersede' : 'release';
  const suspended = row && { holderId: asId('hol', String(row.holder_id)), credential: credentialIn(row, 0) };
  const handle = suspended?.credential.handle;
  const written = await ports.audited(
    { event: 'dispute-resolved', by: 'operator', operatorId, disputeId, outcome },
    [
      {
        sql: `update disputes set state = :outcome, handle = null, resolved_by = :operatorId, resolved_at = :now
          where id = :disputeId and state = 'open' returning id`,
        params: { disputeId, outcome, operatorId, now: ports.now() },
        rows: 1,
      },
      ...(suspended ? moveCredential(ports, suspended.holderId, suspended.credential, move) : []),
      ...(handle !== undefined && outcome === 'upheld'
        ? [queueMessage(ports, { kind: 'void-credential', handle })]
        : []),
    ],
  );
  const now = await readDispute(ports, disputeId);
  if (!written.done) {
    if (now.state !== 'open') throw new Problem('resolved-already');
    return resolveDispute(ports, { operatorId }, disputeId, outcome);
  }
  if (suspended !== undefined) {
    void ports.audit({ event: 'credential-moved', by: 'operator', move });
    void deliverDue(ports, suspended.credential.handle).catch(() => undefined);
    wakeHolder(ports, suspended.holderId);
  }
  return now;
}
