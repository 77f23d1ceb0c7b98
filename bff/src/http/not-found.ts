import type { FastifyInstance } from 'fastify';
import { Problem } from '../../../shared/problem.ts';
import { pathOf } from './route-label.ts';

/** All that any address takes, and what `OPTIONS *` is answered by. */
export const allMethods = 'GET, HEAD, OPTIONS, POST, PUT';

/**
 * Answers what no route takes: 204 to OPTIONS and 405 to all else, with Allow, where the address is known; else 404. Whether what it names
 * exists, and who asks, is not looked at, nor is the body (RFC 9110 sections 9.3.7 and 15.5.6).
 */
export function refuseUnknown(server: FastifyInstance): void {
  const known = new Map<string, { pattern: RegExp; methods: Set<string> }>();
  server.addHook('onRoute', ({ url, method }) => {
    const entry = known.get(url) ?? { pattern: patternOf(url), methods: new Set<string>() };
    for (const each of [method].flat()) entry.methods.add(each);
    known.set(url, entry);
  });
  // A file of a page that was taken away since its folder was listed.
  server.setNotFoundHandler(() => {
    throw new Problem('not-found');
  });
  server.addHook('onRequest', (request, reply, next) => {
    if (!request.is404) return next();
    const path = pathOf(request.url);
    const asks = request.method === 'OPTIONS';
    if (asks && path === '*') return void reply.code(204).header('allow', allMethods).send();
    const allowed = [...known.values()].find(({ pattern }) => pattern.test(path));
    if (allowed === undefined) return next(new Problem('not-found'));
    const methods = [...allowed.methods, 'OPTIONS'].sort().join(', ');
    reply.header('allow', methods);
    if (!asks) return next(new Problem('method-not-allowed'));
    if (reply.hasHeader('access-control-max-age')) reply.header('access-control-allow-methods', methods);
    reply.code(204).send();
  });
}

function patternOf(url: string): RegExp {
  const segments = url.split('/').map((segment) => {
    if (segment === '*') return '.*';
    return segment.startsWith(':') ? '[^/]+' : segment.replaceAll(/[^\w-]/g, '\\$&');
  });
  return new RegExp(`^${segments.join('/')}$`);
}
