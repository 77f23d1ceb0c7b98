import type { FastifyRequest, RouteOptions } from 'fastify';
import { Problem } from '../../../../shared/problem.ts';
import { pathOf } from '../route-label.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';

type Handler = RouteOptions['handler'];

/**
 * Lets of all creating calls with one key by one caller run a single one at a time in this process; what comes meanwhile is told so at once.
 * Another process is not asked: there the later call waits in the database for the first one's write, and gives its answer.
 * @param principal whose keys these are
 * @throws Problem idempotency-key-busy, idempotency-key-reused where the first asks for something else, idempotency-key-missing
 */
export function oneAtATime(principal: (request: FastifyRequest) => string): (handler: Handler) => Handler {
  const running = new Map<string, string>();
  return (handler) =>
    async function handleAlone(request, reply) {
      const { key, bodyHash } = idempotencyKeyOf(request, pathOf(request.url));
      const call = JSON.stringify([principal(request), request.routeOptions.url, key]);
      const first = running.get(call);
      if (first !== undefined)
        throw first === bodyHash
          ? new Problem('idempotency-key-busy', { retryAfter: 1 })
          : new Problem('idempotency-key-reused');
      running.set(call, bodyHash);
      try {
        return await handler.call(this, request, reply);
      } finally {
        running.delete(call);
      }
    };
}
