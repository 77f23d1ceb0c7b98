import type { DisputeKind } from '../../../shared/contract/protect/dispute.ts';
import { type CredentialHandle, type DisputeId, newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * A new dispute, and the statement that stores it: its kind and its day, nobody's account and no phone. `suspended` is the credential that
 * its resolution lets go of or ends; it is forgotten then.
 */
export function openDispute(
  { now, random }: Pick<Ports, 'now' | 'random'>,
  kind: DisputeKind,
  suspended?: CredentialHandle,
): { disputeId: DisputeId; statement: Statement } {
  const disputeId = newId('dsp', random);
  const openedAt = now();
  const day = new Date(openedAt).toISOString().slice(0, 10);
  return {
    disputeId,
    statement: {
      sql: `insert into disputes (id, kind, day, state, handle, resolved_by, resolved_at, opened_at, expires_at)
        values (:disputeId, :kind, :day, 'open', :handle, null, null, :openedAt, :expiresAt)`,
      params: {
        ...{ disputeId, kind, day, handle: suspended ?? null, openedAt },
        expiresAt: openedAt + limits.disputeLifetime,
      },
    },
  };
}
