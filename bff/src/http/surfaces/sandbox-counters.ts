import { isIP } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';
import { Compile } from 'typebox/compile';
import { CounterIdSchema, exact } from '../../../../shared/contract/schema.ts';
import { Problem } from '../../../../shared/problem.ts';
import { counterToken } from '../../access/access-token.ts';
import type { SignToken } from '../../ports/callers.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Counter } from '../../ports/registry.ts';

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

/**
 * The connection is of this machine, no proxy stands between, and the page that asks was opened under a name of this machine:
 * a foreign page whose host name was made to point here names itself in `Host`, and one that was opened under another name, or by
 * way of a proxy that says nothing of itself, in `Origin`.
 */
function isFromThisMachine({ socket, ip, headers }: FastifyRequest): boolean {
  if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined) return false;
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) return false;
  const host = /^(\[[0-9a-f:]+\]|[^:]+)(?::[0-9]+)?$/i.exec(headers.host ?? '')?.[1] ?? '';
  const name = host.replace(/^\[|\]$/g, '');
  return isLoopback(socket.remoteAddress) && isLoopback(ip) && (name === 'localhost' || isLoopback(name));
}

function isLoopback(address = ''): boolean {
  return isIP(address) !== 0 && ipaddr.process(address).range() === 'loopback';
}
