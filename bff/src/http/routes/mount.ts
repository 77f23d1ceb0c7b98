import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { Call } from '../../../../shared/contract/schema.ts';
import { duringCall } from '../../ports/current-call.ts';
import type { Demand } from '../../ports/quotas.ts';
import { pointTo } from '../headers/point-to.ts';
import { rateLimitHeaders } from '../headers/rate-limit.ts';
import { idempotencyKeyOf } from '../idempotency/idempotency-key.ts';
import { pathOf, type RouteLabel } from '../route-label.ts';
import { type CheckedRequest, numbersIn, type RawRequest, requestShape } from './checked-request.ts';
import type { LongPolls } from './long-polls.ts';
import { schemaOf } from './route-schema.ts';

type Documented = Parameters<typeof schemaOf>[1];
type Next = (fault: Error | null, said: unknown) => void;

/** What all calls of all surfaces share when they become routes. `HEAD` is taken wherever `GET` is, and answered by the headers alone. */
export function mount(
  server: FastifyInstance,
  call: Call,
  documented: Documented,
  {
    before = [],
    once,
    handler,
  }: {
    /** Run in this order, before the body is read. */
    before?: ((request: FastifyRequest, reply: FastifyReply) => void | Promise<void>)[];
    /** Around the handler of a call that creates, so that no key is worked on twice at the same time. */
    once?: (handler: RouteOptions['handler']) => RouteOptions['handler'];
    handler: RouteOptions['handler'];
  },
): void {
  const label: RouteLabel = { surface: documented.surface, route: call.path };
  const schema = schemaOf(call, documented);
  const answer = call.creates && once !== undefined ? once(handler) : handler;
  const route = {
    url: call.path,
    async onRequest(request: FastifyRequest, reply: FastifyReply) {
      request.routeLabel = label;
      for (const step of before) await duringCall(request.call, () => step(request, reply));
      // What is left of the caller's quotas stands on streams too, which leave by a way of their own.
      reply.headers(rateLimitHeaders(request.call.standings));
    },
    preSerialization(_request: FastifyRequest, reply: FastifyReply, said: unknown, next: Next) {
      if (reply.statusCode === call.status) reply.headers(pointTo(call, said));
      next(null, said);
    },
    handler(this: FastifyInstance, request: FastifyRequest, reply: FastifyReply) {
      return duringCall(request.call, () => answer.call(this, request, reply));
    },
  };
  server.route({ ...route, method: call.method, schema });
  if (call.method === 'GET') server.route({ ...route, method: 'HEAD', schema: { ...schema, hide: true } });
}

/** The parts of a request as they came, with its Idempotency-Key where the call creates. */
export function rawRequest(call: Call, request: FastifyRequest): RawRequest {
  return {
    params: request.params,
    query: numbersIn(call.query, request.query),
    body: request.body,
    idempotencyKey: call.creates ? idempotencyKeyOf(request, pathOf(request.url)) : undefined,
  };
}

/** The same, of what fits the call. @throws ContractViolation on everything else */
export function requestReader<C extends Call>(
  call: C,
): (request: FastifyRequest) => RawRequest & CheckedRequest<C> {
  const shape = requestShape(call);
  return (request) => {
    const sent = rawRequest(call, request);
    if (!shape.fits(sent)) throw shape.violation(sent);
    return sent;
  };
}

/** Only calls that wait get a signal of their own, and are counted. */
export async function signalFor(
  call: Call,
  longPolls: LongPolls,
  poll: Demand,
  { query }: FastifyRequest,
  reply: FastifyReply,
): Promise<AbortSignal> {
  const waits = call.waits || (typeof query === 'object' && query !== null && 'wait' in query);
  return waits ? await longPolls.signalFor(reply.raw, poll) : longPolls.stopped;
}
