import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { limits } from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Creation } from '../ports/callers.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';

/** The statement that keeps the answer of a creating call; written with the creation itself, it fails as `duplicate` on a known key. */
export function remember(ports: Ports, scope: string, creation: Creation, answer: object): Statement {
  return {
    sql: `insert into idempotency (scope, key, body_hash, answer, expires_at)
      values (:scope, :key, :bodyHash, :answer, :expiresAt)`,
    params: {
      scope,
      key: creation.key,
      bodyHash: creation.bodyHash,
      answer: JSON.stringify(answer),
      expiresAt: ports.now() + limits.idempotencyLifetime,
    },
  };
}

/**
 * The stored answer of an earlier call with this key, if there was one.
 * @throws Problem idempotency-key-reused where that call asked for something else
 */
export async function recall<S extends TSchema>(
  ports: Ports,
  scope: string,
  creation: Creation,
  answer: S,
): Promise<Static<S> | undefined> {
  const [row] = await ports.db.read(
    'select body_hash, answer from idempotency where scope = :scope and key = :key',
    {
      scope,
      key: creation.key,
    },
  );
  if (row === undefined) return undefined;
  if (row.body_hash !== creation.bodyHash) throw new Problem('idempotency-key-reused');
  return Value.Parse(answer, JSON.parse(String(row.answer)));
}
