import type { FastifyInstance } from 'fastify';
import { Registrant } from '../../../shared/contract/authority/registration.ts';
import { Problem } from '../../../shared/problem.ts';
import { isShownName } from '../../../shared/registration/is-shown-name.ts';
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
    const registrant = check(Registrant, request.body);
    const { rpName, counterName, place } = registrant;
    if (![rpName, counterName, place].every(isShownName)) throw new Problem('request-invalid');
    return registerCounter({ keys, counters: store.counters, now: now() }, registrant);
  });
}
