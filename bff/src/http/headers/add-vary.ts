import type { FastifyReply } from 'fastify';

/** A request header by which an answer may differ: caches keep one for each of its values (RFC 9110 section 12.5.5). */
type Varying = 'accept' | 'accept-language' | 'origin';

/** Names in `Vary` what the answer differs by, beside what is named already. */
export function addVary(reply: FastifyReply, ...by: Varying[]): void {
  const named = String(reply.getHeader('vary') ?? '')
    .split(', ')
    .filter((name) => name !== '');
  reply.header('vary', [...new Set([...named, ...by])].join(', '));
}
