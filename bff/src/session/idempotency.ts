import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { limits } from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { IdempotencyKey } from '../ports/callers.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * The statement that stores the answer of a creating call. Written together with what the call creates, it fails as `duplicate`
 * on a known key.
 */
export function storeAnswer(
  ports: Ports,
  scope: string,
  { key, bodyHash }: IdempotencyKey,
  answer: object,
): Statement {
  return {
    sql: `insert into idempotency (scope, key, body_hash, answer, expires_at)
      values (:scope, :key, :bodyHash, :answer, :expiresAt)`,
    params: {
      scope,
      key,
      bodyHash,
      answer: JSON.stringify(answer),
      expiresAt: ports.now() + limits.idempotencyLifetime,
    },
  };
}

/**
 * The stored answer of an earlier call with this key, if there was one.
 * @throws Problem idempotency-key-reused where that call asked for something else
 */
export async function storedAnswer<S extends TSchema>(
  ports: Ports,
  scope: string,
  { key, bodyHash }: IdempotencyKey,
  answer: S,
): Promise<Static<S> | undefined> {
  const [row] = await ports.db.read(
    'select body_hash, answer from idempotency where scope = :scope and key = :key',
    { scope, key },
  );
  if (row === undefined) return undefined;
  if (row.body_hash !== bodyHash) throw new Problem('idempotency-key-reused');
  return Value.Parse(answer, JSON.parse(String(row.answer)));
}
