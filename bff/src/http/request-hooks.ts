import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode } from '../../../shared/errors.ts';
import { Problem } from '../../../shared/problem.ts';
import { type CurrentCall, traceHeaders } from '../ports/current-call.ts';
import type { Ports } from '../ports/ports.ts';
import { rateLimitHeaders } from './headers/rate-limit.ts';
import { isSound } from './judge-message.ts';
import { noRoute } from './route-label.ts';
import { readTrace } from './trace/read-trace.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The code of the problem that it was answered with. */
    problemCode?: ErrorCode;
    /** Where it stands in its trace, and what is noted of it for its answer. */
    call: CurrentCall;
  }
}

/** On every answer: nothing is to be cached, or guessed to be a page. */
export const safeHeaders = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } as const;

/** The answer that was begun last on each connection. */
const begun = new WeakMap<Duplex, ServerResponse>();

/** Whether the message that is being read from the connection has had its answer, or part of it, already. */
export function isAnswered(socket: Duplex): boolean {
  const answer = begun.get(socket);
  return answer?.headersSent === true && !answer.req.complete;
}

/** The framework keeps the texts of content types for good: one that no call takes does not get that far. */
const knownType = /^(|application\/(json|x-www-form-urlencoded|octet-stream)( *; *charset="?utf-8"?)?)$/i;

/** What is at hand for every request. */
type AtHand = Pick<Ports, 'tally' | 'random' | 'measures'>;

/** What happens to every request, whichever route it lands on. */
export function hookRequests(
  server: FastifyInstance,
  atHand: AtHand,
  { isStopping }: { isStopping: () => boolean },
): void {
  server.decorateRequest('routeLabel');
  server.decorateRequest('problemCode');
  server.decorateRequest('call');
  server.addHook('onRequest', (request, reply, next) => {
    beginAnswer(request, reply, atHand);
    if (isStopping()) throw new Problem('shutting-down');
    if (!isSound(request.raw)) {
      // Where it ends is not certain either.
      reply.header('connection', 'close');
      throw new Problem('request-invalid');
    }
    if (!knownType.test(request.headers['content-type'] ?? '')) throw new Problem('content-type-unsupported');
    next();
  });
  server.addHook('onSend', ({ call }, reply, payload, next) => {
    reply.headers(rateLimitHeaders(call.standings));
    if (call.replayed && reply.statusCode < 300) reply.header('idempotent-replayed', 'true');
    next(null, payload);
  });
  continueWhenWanted(server);
}

/** What every answer has, the one to a request that no route could be looked up for included. */
export function beginAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  { tally, random, measures }: AtHand,
): void {
  const trace = readTrace(request.raw, random);
  request.call = { trace, standings: new Map(), replayed: false };
  request.routeLabel = noRoute;
  begun.set(request.raw.socket, reply.raw);
  const { traceparent = '' } = traceHeaders(trace);
  reply.headers({ ...safeHeaders, 'x-request-id': request.id, traceparent });
  noteWhenDone(request, reply, { tally, measures });
}

/**
 * One line a request, with nothing in it that tells who: the route's pattern, not the address; no headers but the id of the trace that the
 * caller knows it by; no network address.
 */
function noteWhenDone(
  request: FastifyRequest,
  reply: FastifyReply,
  { tally, measures }: Omit<AtHand, 'random'>,
): void {
  const { log, id: requestId, method, call } = request;
  const { traceId } = call.trace;
  const start = performance.now();
  reply.raw.once('close', () => {
    const took = performance.now() - start;
    const ms = Math.round(took);
    const { route, surface } = request.routeLabel;
    const { problemCode: code } = request;
    const status = reply.raw.statusCode;
    const cut = reply.raw.writableFinished ? {} : { cut: true };
    const why = code === undefined ? {} : { code };
    log.info({ method, route, surface, status, ms, traceId, requestId, ...why, ...cut }, 'request');
    measures.requestDone({ method, route, surface, status, seconds: took / 1000 });
    if (code !== undefined) tally({ event: 'request-refused', surface, code });
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
