import type { FastifyInstance } from 'fastify';
import { Problem } from '../../../shared/problem.ts';
import { pathOf } from './route-label.ts';

/** Answers what no route takes: 405 with Allow where the address is known, else 404. The body is not looked at. */
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
    const allowed = [...known.values()].find(({ pattern }) => pattern.test(path));
    if (allowed === undefined) return next(new Problem('not-found'));
    reply.header('allow', [...allowed.methods].sort().join(', '));
    next(new Problem('method-not-allowed'));
  });
}

function patternOf(url: string): RegExp {
  const segments = url
    .split('/')
    .map((segment) => (segment.startsWith(':') ? '[^/]+' : segment.replaceAll(/[^\w-]/g, '\\$&')));
  return new RegExp(`^${segments.join('/')}$`);
}
