import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../../shared/problem.ts';
import { noRoute } from './route-label.ts';

/** On every answer: nothing is to be cached, or guessed to be a page. */
export const safeHeaders = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } as const;

/** The framework keeps the texts of content types for good: one that no call takes does not get that far. */
const knownType = /^(|application\/(json|x-www-form-urlencoded|octet-stream)( *; *charset="?utf-8"?)?)$/i;

/** What happens to every request, whichever route it lands on. */
export function hookRequests(server: FastifyInstance, isStopping: () => boolean): void {
  server.decorateRequest('routeLabel');
  server.addHook('onRequest', (request, reply, next) => {
    request.routeLabel = noRoute;
    reply.headers(safeHeaders);
    logWhenDone(request, reply);
    if (isStopping()) next(new Problem('shutting-down'));
    else if (!knownType.test(request.headers['content-type'] ?? ''))
      next(new Problem('content-type-unsupported'));
    else next();
  });
  continueWhenWanted(server);
}

/** One line a request, with nothing in it that tells who: the route's pattern, not the address; no headers, no network address. */
function logWhenDone(request: FastifyRequest, reply: FastifyReply): void {
  const { log, id, method } = request;
  const start = performance.now();
  reply.raw.once('close', () => {
    const ms = Math.round(performance.now() - start);
    const { route, surface } = request.routeLabel;
    const status = reply.raw.statusCode;
    const cut = reply.raw.writableFinished ? {} : { cut: true };
    log.info({ method, route, surface, status, ms, traceId: id, ...cut }, 'request');
  });
}

/**
 * A client that sends `Expect: 100-continue` is told to go on once its request was judged by its headers, and not before: a
 * body that is refused is then never sent.
 */
function continueWhenWanted(server: FastifyInstance): void {
  const expecting = new WeakSet<IncomingMessage>();
  server.server.on('checkContinue', (request, response) => {
    expecting.add(request);
    server.routing(request, response);
  });
  // Other expectations may be passed over (RFC 9110 section 10.1.1).
  server.server.on('checkExpectation', (request, response) => server.routing(request, response));
  server.addHook('preParsing', (request, reply, payload, next) => {
    if (expecting.has(request.raw)) reply.raw.writeContinue();
    next(null, payload);
  });
}
