import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Compile } from 'typebox/compile';
import { CounterIdSchema, exact } from '../../../../shared/contract/schema.ts';
import { Problem } from '../../../../shared/problem.ts';
import { counterToken } from '../../access/access-token.ts';
import type { SignToken } from '../../ports/callers.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Counter } from '../../ports/registry.ts';
import { isFromThisMachine } from '../cors/is-from-this-machine.ts';

const body = Compile(exact({ counterId: CounterIdSchema }));

/**
 * What the counter page of a sandbox needs in place of a key: `GET /counter/sandbox-counters` tells which counters there are,
 * `POST /counter/sandbox-token {counterId}` gives one of them its access token, to browsers of this machine only. Mounted in a
 * sandbox alone; a real counter signs for its token, and its key never comes near a page.
 */
export function sandboxCounterRoutes(
  server: FastifyInstance,
  ports: Ports,
  counters: readonly Counter[],
  sign: SignToken,
): void {
  const onRequest = async (request: FastifyRequest) => {
    request.routeLabel = { surface: 'counter', route: request.routeOptions.url ?? 'none' };
    if (!isFromThisMachine(request)) throw new Problem('not-found');
  };
  server.route({
    method: ['GET', 'HEAD'],
    url: '/counter/sandbox-counters',
    schema: { hide: true },
    onRequest,
    async handler(_request, reply) {
      const listed = counters.map(async ({ id, rpId, registered }) => {
        const rp = await ports.registry.rp(rpId);
        const { counterName, rpName } = registered;
        return { counterId: id, name: counterName, rpName, scenes: rp?.scenes ?? [] };
      });
      return reply.send(await Promise.all(listed));
    },
  });
  server.route({
    method: 'POST',
    url: '/counter/sandbox-token',
    schema: { hide: true },
    onRequest,
    async handler(request, reply) {
      const asked = request.body;
      if (!body.Check(asked)) throw new Problem('request-invalid');
      const known = counters.find(({ id }) => id === asked.counterId);
      const counter = known && (await ports.registry.counter(known.id));
      const key = counter?.keys[0];
      if (counter === undefined || key === undefined) throw new Problem('client-unknown');
      return reply.send(counterToken(ports, counter, key, sign));
    },
  });
}
