import jwt from '@fastify/jwt';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SignToken } from '../../ports/callers.ts';
import { networkOf } from '../../quota/network-of.ts';
import { take } from '../../quota/take.ts';
import { accessTokens } from '../auth/access-tokens.ts';
import { authenticateHolder } from '../auth/authenticate-holder.ts';
import { callersBy } from '../auth/callers-by.ts';
import { proofChecker } from '../auth/dpop/check-proof.ts';
import { makeNonces } from '../auth/dpop/nonce.ts';
import { ticketIn } from '../pages/arrival-cookie.ts';
import { sendProblem } from '../problems/send-problem.ts';
import { pathOf } from '../route-label.ts';
import { mount, rawRequest, signalFor } from '../routes/mount.ts';
import { relayMount } from '../routes/relay-mount.ts';
import type { HolderApi } from '../routes/route.ts';
import type { SurfaceDependencies } from './surface-dependencies.ts';

/** The holder API. Every answer of it carries the nonce for the next proof, and every refusal the time to date it by. */
export async function holderSurface(
  server: FastifyInstance,
  { ports, issuer, accessTokenSecret, longPolls }: SurfaceDependencies,
  api: HolderApi,
): Promise<void> {
  await server.register(jwt, accessTokens('holder', { issuer, secret: accessTokenSecret }));
  const sign: SignToken = (claims) => server.jwt.sign(claims);
  const verify = (token: string): unknown => server.jwt.verify(token);

  const nonces = makeNonces({ now: ports.now, secret: accessTokenSecret });
  const checkProof = proofChecker({ now: ports.now, nonces, replay: ports.replay });
  const urlOf = (request: FastifyRequest) => ports.settings.publicUrl + pathOf(request.url);
  const authenticate = (request: FastifyRequest) =>
    authenticateHolder(ports, verify, checkProof, {
      authorization: request.headers.authorization,
      proof: request.headers.dpop,
      method: request.method,
      url: urlOf(request),
    });
  const callers = callersBy(authenticate);
  server.setErrorHandler((error, request, reply) =>
    sendProblem(error, request, reply, { serverTime: ports.now() }),
  );
  server.addHook('onRequest', (_request, reply, next) => {
    reply.header('dpop-nonce', nonces.current());
    next();
  });

  const mountRelay = relayMount(ports, callers, longPolls);
  for (const [operationId, route] of Object.entries(api)) {
    const { call } = route;
    const documented = { surface: 'holder', operationId } as const;
    if (route.kind === 'relay') mountRelay(server, route, documented);
    else if (route.kind === 'holder')
      mount(server, call, documented, {
        before: [callers.find],
        async handler(request, reply) {
          const caller = callers.of(request);
          const poll = { quota: 'long-polls-by-device', subject: caller.deviceThumbprint } as const;
          const signal = await signalFor(call, longPolls, poll, request, reply);
          const answer = await route.answer(ports, { ...rawRequest(call, request), caller, signal });
          return reply.status(call.status).send(answer);
        },
      });
    else
      mount(
        server,
        call,
        { ...documented, by: ['proof'] },
        {
          async handler(request, reply) {
            const sent = rawRequest(call, request);
            await take(ports, [{ quota: 'logins-by-network', subject: networkOf(request.ip) }]);
            const deviceThumbprint = await checkProof({
              proof: request.headers.dpop,
              expectedMethod: request.method,
              expectedUrl: urlOf(request),
            });
            const arriving = {
              deviceThumbprint,
              source: request.ip,
              ticket: ticketIn(request.headers.cookie),
            };
            const answer = await route.answer(ports, { ...sent, ...arriving }, sign);
            return reply.status(call.status).send(answer);
          },
        },
      );
  }
}
