import type { FastifyRequest } from 'fastify';
import { Problem } from '../../../../shared/problem.ts';

/** Who sends which request: found before the body is read, asked for by the handler. */
export interface Callers<Caller> {
  find(request: FastifyRequest): Promise<void>;
  of(request: FastifyRequest): Caller;
}

/** Keeps what one way of authenticating finds, for as long as its request lives. */
export function callersBy<Caller extends object>(
  authenticate: (request: FastifyRequest) => Caller | Promise<Caller>,
): Callers<Caller> {
  const found = new WeakMap<FastifyRequest, Caller>();
  return {
    async find(request) {
      found.set(request, await authenticate(request));
    },
    of(request) {
      const caller = found.get(request);
      if (caller === undefined) throw new Problem('token-missing');
      return caller;
    },
  };
}
