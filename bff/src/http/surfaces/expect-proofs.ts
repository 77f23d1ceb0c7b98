import type { FastifyInstance } from 'fastify';
import { proofChecker } from '../auth/dpop/check-proof.ts';
import { makeNonces } from '../auth/dpop/nonce.ts';
import { sendProblem } from '../problems/send-problem.ts';
import type { SurfaceDependencies } from './surface-dependencies.ts';

/**
 * For surfaces whose callers prove a key with each request (RFC 9449): every answer carries the nonce for the next proof, and every refusal the
 * time to date it by. @returns what checks a proof
 */
export function expectProofs(
  server: FastifyInstance,
  { ports, accessTokenSecret }: Pick<SurfaceDependencies, 'ports' | 'accessTokenSecret'>,
): ReturnType<typeof proofChecker> {
  const nonces = makeNonces({ now: ports.now, secret: accessTokenSecret });
  server.setErrorHandler((error, request, reply) =>
    sendProblem(error, request, reply, { serverTime: ports.now() }),
  );
  server.addHook('onRequest', (_request, reply, next) => {
    reply.header('dpop-nonce', nonces.current());
    next();
  });
  return proofChecker({ now: ports.now, nonces, replay: ports.replay });
}
