import type { TokenView } from '../../../shared/contract/operator/operators.ts';
import { tokenKindOf } from '../../../shared/contract/operator/sign-in.ts';
import { asId } from '../../../shared/ids.ts';
import { Problem } from '../../../shared/problem.ts';
import type { SignedIn } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';

interface Tokens {
  tokens: TokenView[];
}

/** All tokens that are good at this moment, the newest first. */
export async function listTokens({ db, now }: Ports, caller: SignedIn): Promise<Tokens> {
  const rows = await db.read(
    `select hash, operator_id, kind, label, operator_tokens.since, expires_at
      from operator_tokens join operators on operators.id = operator_tokens.operator_id
      where expires_at > :now and (idle_at is null or idle_at > :now) and operators.revoked_at is null
      order by operator_tokens.since desc, hash`,
    { now: now() },
  );
  return {
    tokens: rows.map((row) => ({
      ...{ tokenId: String(row.hash), operatorId: asId('opr', String(row.operator_id)) },
      ...{ kind: tokenKindOf(row.kind), label: String(row.label), since: Number(row.since) },
      ...{ expiresAt: Number(row.expires_at), own: row.hash === caller.token },
    })),
  };
}

/** A token ends at once: one's own, or that of another whose machine was stolen. @throws Problem not-found */
export async function revokeToken(
  ports: Ports,
  { tokenId }: { tokenId: string },
  caller: SignedIn,
): Promise<Tokens> {
  const [row] = await ports.db.read('select operator_id from operator_tokens where hash = :tokenId', {
    tokenId,
  });
  if (row === undefined) throw new Problem('not-found');
  const of = asId('opr', String(row.operator_id));
  const sql = 'delete from operator_tokens where hash = :tokenId returning hash';
  const gone = await ports.audited(
    { event: 'operator-token-revoked', by: 'operator', operatorId: caller.operatorId, of },
    [{ sql, params: { tokenId }, rows: 1 }],
    { reserve: true },
  );
  if (!gone.done) throw new Problem('not-found');
  return listTokens(ports, caller);
}
