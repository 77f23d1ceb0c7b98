import type { FastifyInstance } from 'fastify';
import {
  listNamesCall,
  registerCounterCall,
  registerNameCall,
} from '../../../shared/contract/authority/registrar.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import { registerCounter } from '../registrar/register-counter.ts';
import { registerName } from '../registrar/register-name.ts';
import { check } from './check.ts';

/** Everything below it is the registrar's, and opens to the registrar's own token alone. */
export const registrarPrefix = '/registrar/';

/** The calls of `shared/contract/authority/registrar.ts`. */
export function addRegistrarRoutes(app: FastifyInstance, ports: AuthorityPorts): void {
  const { keys, store, now } = ports;
  app.post(registerCounterCall.path, (request, reply) => {
    reply.code(registerCounterCall.status);
    const { counters, names } = store;
    return registerCounter(
      { keys, counters, names, now: now() },
      check(registerCounterCall.body, request.body),
    );
  });
  app.post(registerNameCall.path, (request, reply) => {
    reply.code(registerNameCall.status);
    return registerName(store.names, check(registerNameCall.body, request.body));
  });
  app.get(listNamesCall.path, () => ({ names: store.names.all() }));
}
