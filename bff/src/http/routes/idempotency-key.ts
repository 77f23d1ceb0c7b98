import { hash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { limits } from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { IdempotencyKey } from '../../ports/callers.ts';

const keyForm = /^[A-Za-z0-9_-]{16,64}$/;

/**
 * The Idempotency-Key of a creating call with the hash of what it asks. The order of fields in the body does not count.
 * @throws Problem idempotency-key-missing, also where the header has another form or came twice
 */
export function idempotencyKeyOf(request: FastifyRequest, path: string): IdempotencyKey {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !keyForm.test(key)) throw new Problem('idempotency-key-missing');
  const asked = `${request.method} ${path} ${JSON.stringify(inOrder(request.body))}`;
  return { key, bodyHash: hash('sha256', asked, 'base64url') };
}

/** @throws Problem request-invalid on what is nested deeper than any body of the contract */
function inOrder(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > limits.jsonDepth) throw new Problem('request-invalid');
  if (Array.isArray(value)) return value.map((inner) => inOrder(inner, depth + 1));
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => [name, inOrder(inner, depth + 1)]);
}
