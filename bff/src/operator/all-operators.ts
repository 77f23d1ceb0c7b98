import type { OperatorView } from '../../../shared/contract/operator/operators.ts';
import { asId, type OperatorId } from '../../../shared/ids.ts';
import { Problem } from '../../../shared/problem.ts';
import type { OperatorCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';

/** All who are operators, and who was one, the oldest first. */
export async function listOperators({ db }: Ports): Promise<{ operators: OperatorView[] }> {
  const rows = await db.read(
    `select id, name, since, revoked_at,
        (select count(*) from passkeys where operator_id = operators.id) as passkeys
      from operators order by since, id`,
    {},
  );
  return {
    operators: rows.map((row) => ({
      ...{ operatorId: asId('opr', String(row.id)), name: String(row.name), since: Number(row.since) },
      passkeys: Number(row.passkeys),
      ...(typeof row.revoked_at === 'number' ? { revokedAt: row.revoked_at } : {}),
    })),
  };
}

/**
 * Somebody is no operator any more: in one write their tokens, cookies, passkeys and the links that they gave out end. Oneself too, but
 * never the last who can sign in.
 * @throws Problem not-found, last-operator
 */
export async function revokeOperator(
  ports: Ports,
  { operatorId }: { operatorId: string },
  caller: OperatorCaller,
): Promise<OperatorView> {
  const revoked: OperatorId = asId('opr', operatorId);
  const find = async () => (await listOperators(ports)).operators.find((each) => each.operatorId === revoked);
  const before = await find();
  if (before === undefined || before.revokedAt !== undefined) throw new Problem('not-found');
  const params = { revoked };
  const event = {
    event: 'operator-revoked',
    by: 'operator',
    operatorId: caller.operatorId,
    revoked,
  } as const;
  const written = await ports.audited(
    event,
    [
      {
        sql: `update operators set revoked_at = :now where id = :revoked and revoked_at is null
          and exists (select 1 from operators as others join passkeys on passkeys.operator_id = others.id
            where others.id <> :revoked and others.revoked_at is null) returning id`,
        params: { ...params, now: ports.now() },
        rows: 1,
      },
      { sql: 'delete from operator_tokens where operator_id = :revoked', params },
      { sql: 'delete from passkeys where operator_id = :revoked', params },
      { sql: 'delete from operator_invites where invited_by = :revoked', params },
      { sql: 'delete from pairings where operator_id = :revoked', params },
    ],
    { reserve: true },
  );
  if (!written.done) throw new Problem('last-operator');
  const after = await find();
  if (after === undefined) throw new Problem('not-found');
  return after;
}
