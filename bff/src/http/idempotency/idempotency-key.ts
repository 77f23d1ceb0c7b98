import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { FastifyRequest } from 'fastify';
import * as limits from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { IdempotencyKey } from '../../ports/callers.ts';

/** A String of RFC 9651 (section 3.3.3): printable ASCII in double quotes, of which these and the backslash are escaped. */
const quoted = /^"(([ !#-[\]-~]|\\["\\])*)"$/;
/** What is sent without quotes: a key of letters and digits is the same one either way. */
const bare = /^[A-Za-z0-9_-]{16,64}$/;

/**
 * The Idempotency-Key of a creating call (draft-ietf-httpapi-idempotency-key-header-07) with the hash of what it asks. The order of fields in
 * the body does not count.
 * @throws Problem idempotency-key-missing, also where the header has another form or came twice
 */
export function idempotencyKeyOf(request: FastifyRequest, path: string): IdempotencyKey {
  const key = keyIn(request.headers['idempotency-key']);
  if (key === undefined) throw new Problem('idempotency-key-missing');
  const asked = `${request.method} ${path} ${canonicalBody(request.body)}`;
  return { key, bodyHash: hash('sha256', asked, 'base64url') };
}

function keyIn(header: string | string[] | undefined): string | undefined {
  if (typeof header !== 'string') return undefined;
  if (bare.test(header)) return header;
  const key = quoted.exec(header)?.[1]?.replaceAll(/\\(.)/g, '$1') ?? '';
  return key.length >= limits.idempotencyKeyLeast && key.length <= limits.idempotencyKeyMost
    ? key
    : undefined;
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
