import type { FastifyInstance } from 'fastify';
import type { Ports } from '../ports/ports.ts';
import { networkOf } from '../quota/network-of.ts';
import { take } from '../quota/take.ts';

/** Every request counts for the network that it comes from, before anything else is done for it. */
export function countNetworks(server: FastifyInstance, ports: Ports): void {
  server.addHook('onRequest', async (request) => {
    await take(ports, [{ quota: 'calls-by-network', subject: networkOf(request.ip) }]);
  });
}
