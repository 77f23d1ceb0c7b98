import type { FastifyInstance } from 'fastify';
import { Registrant } from '../../../shared/contract/authority/registration.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import { registerCounter } from '../registrar/register-counter.ts';
import { check } from './check.ts';

/** Everything below it is the registrar's, and opens to the registrar's own token alone. */
export const registrarPrefix = '/registrar/';

/**
 * `POST /registrar/v1/counters`: registers a counter, or brings up to date what is said about it; answers the certificate and the
 * signed statement, for the registry of the BFF.
 */
export function addRegistrarRoutes(app: FastifyInstance, ports: AuthorityPorts): void {
  app.post(`${registrarPrefix}v1/counters`, (request, reply) => {
    reply.code(201);
    const { keys, store, now } = ports;
    return registerCounter({ keys, counters: store.counters, now: now() }, check(Registrant, request.body));
  });
}
