import { hash } from 'node:crypto';
import { asId } from '../../../../shared/ids.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { OperatorCaller } from '../../ports/callers.ts';
import type { Ports } from '../../ports/ports.ts';
import { take } from '../../quota/take.ts';

const form = /^Bearer +(lzo_[A-Za-z0-9_-]{43})$/i;

/**
 * Tells which operator calls by a token (RFC 6750) of which the store knows the hash alone. Of an operator who is no longer one, or of
 * another who was never one, it is worth nothing.
 * @throws Problem token-missing, token-invalid, too-many-requests
 */
export async function authenticateOperator(
  ports: Ports,
  authorization: string | undefined,
): Promise<OperatorCaller> {
  if (!/^Bearer /i.test(authorization ?? '')) throw new Problem('token-missing');
  const token = form.exec(authorization ?? '')?.[1];
  if (token === undefined) throw new Problem('token-invalid');
  const [row] = await ports.db.read(
    `select operators.id from operator_tokens join operators on operators.id = operator_tokens.operator_id
      where operator_tokens.hash = :hash and operator_tokens.expires_at > :now and operators.revoked_at is null`,
    { hash: hash('sha256', token, 'base64url'), now: ports.now() },
  );
  if (row === undefined) throw new Problem('token-invalid');
  const operatorId = asId('opr', String(row.id));
  await take(ports, [{ quota: 'calls-by-operator', subject: operatorId }]);
  return { operatorId };
}
