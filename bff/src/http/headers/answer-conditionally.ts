import { hash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/**
 * Gives every document that may be kept a strong ETag, by its bytes, and answers 304 without a body to who has what would be sent
 * (RFC 9110 section 13.1.2): documents, and what a route gave an ETag of its own.
 */
export function answerConditionally(server: FastifyInstance): void {
  server.addHook('onSend', (request, reply, payload, next) => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!reads || reply.statusCode !== 200 || typeof payload !== 'string') return next(null, payload);
    const mayBeKept = String(reply.getHeader('cache-control')).startsWith('public');
    if (mayBeKept && !reply.hasHeader('etag'))
      reply.header('etag', `"${hash('sha256', payload, 'base64url').slice(0, 22)}"`);
    const own = reply.getHeader('etag');
    if (typeof own !== 'string' || !isAmong(own, request.headers['if-none-match']))
      return next(null, payload);
    reply.code(304).removeHeader('content-type').removeHeader('content-length');
    next(null, null);
  });
}

/** The weak comparison, which is the one for If-None-Match (RFC 9110 section 8.8.3.2). */
function isAmong(own: string, asked: string | undefined): boolean {
  if (asked === undefined) return false;
  if (asked.trim() === '*') return true;
  const bare = own.replace(/^W\//, '');
  const tags: string[] = asked.match(/"[\x21\x23-\x7e\x80-\xff]*"/g) ?? [];
  return tags.includes(bare);
}
