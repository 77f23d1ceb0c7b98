import { hash } from 'node:crypto';
import { asId } from '../../../shared/ids.ts';
import { limits } from '../../../shared/limits.ts';
import type { Ports } from '../ports/ports.ts';

/** The operator that every sandbox begins with. */
export const sandboxOperatorId = asId('opr', 'opr_sandbox000000000000000');

/**
 * Lets the operator of a sandbox in by the token that its folder holds, so that commands work from the first minute. There is none
 * outside a sandbox, where the first operator is invited.
 */
export async function keepSandboxOperator(
  { db, now }: Pick<Ports, 'db' | 'now'>,
  token: string,
): Promise<void> {
  await db.write([
    {
      sql: `insert into operators (id, name, since) values (:id, '演示环境 Sandbox', :now) on conflict do nothing`,
      params: { id: sandboxOperatorId, now: now() },
    },
    {
      sql: `insert into operator_tokens (hash, operator_id, expires_at) values (:hash, :id, :expiresAt)
        on conflict (hash) do update set expires_at = excluded.expires_at`,
      params: {
        hash: hash('sha256', token, 'base64url'),
        id: sandboxOperatorId,
        expiresAt: now() + limits.sandboxOperatorToken,
      },
    },
  ]);
}
