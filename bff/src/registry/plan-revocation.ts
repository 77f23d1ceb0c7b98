import type { revocationReasons } from '../../../shared/contract/operator/terms.ts';
import type { Planned } from './write-change.ts';

/** Revoking asks for no version: who must end something now is not to lose a race against a change of its name. */
export function planRevocation(
  of: Planned['of'],
  reason: (typeof revocationReasons)[number],
  now: number,
): Pick<Planned, 'of' | 'statements'> {
  return {
    of,
    statements: [
      {
        sql: `update ${of.table} set revoked_at = :now, reason = :reason, version = version + 1
          where id = :id and revoked_at is null returning id`,
        params: { id: of.id, now, reason },
        rows: 1,
      },
    ],
  };
}
