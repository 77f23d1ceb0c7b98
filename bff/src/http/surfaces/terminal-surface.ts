import jwt from '@fastify/jwt';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { thumbprint } from '../../../../shared/jws/thumbprint.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { TerminalCaller } from '../../ports/callers.ts';
import { accessTokens } from '../auth/access-tokens.ts';
import { authenticateCounter } from '../auth/authenticate-counter.ts';
import { callersBy } from '../auth/callers-by.ts';
import { pathOf } from '../route-label.ts';
import { answerMount } from '../routes/answer-mount.ts';
import { relayMount } from '../routes/relay-mount.ts';
import type { TerminalApi } from '../routes/route.ts';
import { expectProofs } from './expect-proofs.ts';
import type { SurfaceDependencies } from './surface-dependencies.ts';

/**
 * For counters that are terminals and take faces: a counter's token, and with each request a proof by the key that the counter is registered with, to which what it
 * seals is bound. No part of the document for integrators.
 */
export async function terminalSurface(
  server: FastifyInstance,
  { ports, issuer, accessTokenSecret, longPolls }: SurfaceDependencies,
  api: TerminalApi,
): Promise<void> {
  await server.register(jwt, accessTokens('counter', { issuer, secret: accessTokenSecret }));
  const checkProof = expectProofs(server, { ports, accessTokenSecret });
  const verify = (token: string): unknown => server.jwt.verify(token);
  const callers = callersBy(async (request: FastifyRequest): Promise<TerminalCaller> => {
    const found = await authenticateCounter(ports, verify, request.headers.authorization);
    const deviceThumbprint = await checkProof({
      proof: request.headers.dpop,
      expectedMethod: request.method,
      expectedUrl: ports.settings.publicUrl + pathOf(request.url),
    });
    if (found.page !== undefined || thumbprint(found.key) !== deviceThumbprint)
      throw new Problem('token-invalid');
    return { ...found.caller, deviceThumbprint };
  });

  const mountAnswer = answerMount(ports, callers, longPolls, ({ counterId }) => ({
    quota: 'long-polls-by-counter',
    subject: counterId,
  }));
  const mountRelay = relayMount(ports, callers, longPolls);
  for (const [operationId, route] of Object.entries(api)) {
    const documented = { surface: 'terminal', operationId, hide: true } as const;
    if (route.kind === 'terminal-relay') mountRelay(server, route, documented);
    else mountAnswer(server, route, documented);
  }
}
