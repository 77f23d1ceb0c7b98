import * as limits from '../../../shared/limits.ts';
import type { Statement } from '../ports/db.ts';

/**
 * Writes down that the authority says of a delegation that it is over: nothing is done by it any more, also in flight, and its guardian is told with the
 * next round of `endDelegations`. Twice is once.
 */
export function delegationEnded(id: string, now: number): Statement[] {
  return [
    {
      sql: `update delegations set state = 'ended', ends_at = case when ends_at < :now then ends_at else :now end, due_at = :now,
        purge_at = :purgeAt where id = :id and state = 'active'`,
      params: { id, now, purgeAt: now + limits.delegationShown },
    },
    { sql: 'delete from ward_codes where delegation_id = :id', params: { id } },
  ];
}
