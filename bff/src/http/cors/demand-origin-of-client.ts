import type { FastifyInstance } from 'fastify';
import { decodeJwt } from 'jose';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Ports } from '../../ports/ports.ts';
import { demandOrigin } from './demand-origin.ts';

const asserted = Compile(Type.Object({ client_assertion: Type.String() }));

/**
 * Holds what pages ask of the token endpoint to the origins of the counter that was recognised, before anything of the answer leaves. Who
 * was not recognised is refused for that first, whatever the origin: so nobody can try out which origins a counter has.
 */
export function demandOriginOfClient(
  server: FastifyInstance,
  { registry, settings }: Pick<Ports, 'registry' | 'settings'>,
): void {
  server.addHook('preSerialization', async (request, reply, answer) => {
    if (request.headers.origin === undefined || reply.statusCode >= 400) return answer;
    const { sub = '' } = asserted.Check(request.body) ? decodeJwt(request.body.client_assertion) : {};
    demandOrigin(request, (await registry.counter(sub)) ?? {}, settings);
    return answer;
  });
}
