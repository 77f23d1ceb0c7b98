import * as limits from '../../../shared/limits.ts';
import { endWardConsents } from '../consent/end-ward-consents.ts';
import { delegationIn } from '../credential/delegation.ts';
import { nextDueAt } from '../credential/delegation-due.ts';
import { tellDevices } from '../notice/tell-devices.ts';
import { wakeHolder } from '../notice/wake-holder.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * Tells guardians a month, a week and a day before a delegation ends, and when it has: the authority ends it by the same clock. Its cost is what is due; whoever is
 * quicker tells, once.
 */
export async function endDelegations(ports: Ports): Promise<void> {
  const most: number = limits.sweepAtOnce;
  for (let found = most; found === most; ) {
    const now = ports.now();
    const rows = await ports.db.read(
      'select * from delegations where due_at <= :now order by due_at limit :most',
      { now, most },
    );
    found = rows.length;
    for (const row of rows) {
      const { delegationId, holderId, endsAt } = delegationIn(row, now);
      const isOver = endsAt <= now;
      // What is only told stands in line before what ends.
      const written = await ports.db.write(
        [
          {
            sql: `update delegations set due_at = :next, state = :state where id = :id and due_at = :dueAt returning id`,
            params: {
              ...{ id: delegationId, dueAt: Number(row.due_at) },
              ...(isOver
                ? { next: null, state: 'ended' }
                : { next: nextDueAt(endsAt, now), state: String(row.state) }),
            },
            rows: 1,
          },
          ...(isOver ? [endWardConsents(holderId, 'over', now)] : []),
          tellDevices(
            ports,
            holderId,
            isOver ? { kind: 'delegation-ended' } : { kind: 'delegation-ends-soon', until: endsAt },
          ),
        ],
        { reserve: true },
      );
      if (!written.done) continue;
      if (isOver) void ports.audit({ event: 'delegation-ended', by: 'clock' });
      wakeHolder(ports, holderId);
    }
  }
}
