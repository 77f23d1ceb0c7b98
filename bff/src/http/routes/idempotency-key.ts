import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
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
  const asked = `${request.method} ${path} ${canonicalBody(request.body)}`;
  return { key, bodyHash: hash('sha256', asked, 'base64url') };
}

/**
 * One text for one body (RFC 8785).
 * @throws Problem request-invalid on what is nested deeper than any body of the contract, and on half a surrogate pair
 */
function canonicalBody(body: unknown): string | undefined {
  refuseDeep(body, 0);
  try {
    return canonicalize(body);
  } catch (cause) {
    throw new Problem('request-invalid', { cause });
  }
}

function refuseDeep(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > limits.jsonDepth) throw new Problem('request-invalid');
  for (const inner of Object.values(value)) refuseDeep(inner, depth + 1);
}
