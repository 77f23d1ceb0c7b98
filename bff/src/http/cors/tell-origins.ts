import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as limits from '../../../../shared/limits.ts';
import type { Registry } from '../../ports/registry.ts';
import { addVary } from '../headers/add-vary.ts';
import { pathOf } from '../route-label.ts';

/** What pages of other origins may send to the counter API, and what they may read of its answers. */
const mayBeSent = [
  ...['Authorization', 'Content-Type', 'Idempotency-Key', 'If-None-Match', 'Last-Event-ID'],
  ...['traceparent', 'tracestate'],
].join(', ');
const mayBeRead = [
  ...['Date', 'ETag', 'Idempotent-Replayed', 'Link', 'Location', 'RateLimit', 'RateLimit-Policy'],
  ...['Retry-After', 'traceparent', 'WWW-Authenticate', 'X-Request-Id'],
].join(', ');

type Audience = 'everybody' | 'counters' | 'own-pages';

/** Whose pages may read what stands at a path: the holder API and the operator's are for this server's own. */
function audienceOf(path: string): Audience {
  // Of an issuer with a path one document stands below it.
  if (path.includes('/.well-known/') || path === '/openapi.json' || path === '/about') return 'everybody';
  return path.startsWith('/counter/v1/') || path.startsWith('/oauth/') ? 'counters' : 'own-pages';
}

/**
 * Tells browsers which pages may read an answer (Fetch, section 3.3): everybody's the public documents, those of origins that a counter is
 * registered with the counter API and the token endpoint. Cookies count nowhere; an origin is named only where it is registered, letter
 * for letter, and a page without one (`null`) never is. That an origin may ask does not open anything: `demandOrigin` does.
 */
export function tellOrigins(server: FastifyInstance, registry: Pick<Registry, 'isOrigin'>): void {
  server.addHook('onRequest', async (request, reply) => {
    const audience = audienceOf(pathOf(request.url));
    if (audience === 'own-pages') return;
    if (audience === 'everybody') return void allow(request, reply, '*');
    addVary(reply, 'origin');
    const { origin } = request.headers;
    if (origin !== undefined && (await registry.isOrigin(origin))) allow(request, reply, origin);
  });
}

function allow({ method, headers }: FastifyRequest, reply: FastifyReply, origin: string): void {
  reply.header('access-control-allow-origin', origin);
  const asked = headers['access-control-request-method'];
  if (method !== 'OPTIONS' || asked === undefined) {
    reply.header('access-control-expose-headers', mayBeRead);
    return;
  }
  reply.headers({
    'access-control-allow-headers': mayBeSent,
    'access-control-max-age': String(limits.preflightSeconds),
  });
}
