import type { HolderId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import type { Statement } from '../ports/db.ts';

/**
 * The statement by which what a holder agreed to about wards ends with the last one, in the write that ends that: `withdrawn` by the holder, else `over`. It
 * comes after that statement.
 */
export function endWardConsents(holderId: HolderId, by: 'withdrawn' | 'over', now: number): Statement {
  return {
    sql: `update consents set ended_at = :now, ended_by = :by, expires_at = :expiresAt
      where holder_id = :holderId and form in ('ward', 'ward-afar') and ended_at is null and not exists
        (select 1 from delegations where holder_id = :holderId and state = 'active' and ends_at > :now)`,
    params: { holderId, by, now, expiresAt: now + limits.endedConsentKept },
  };
}
