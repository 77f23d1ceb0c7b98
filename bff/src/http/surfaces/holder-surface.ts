import jwt from '@fastify/jwt';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SignToken } from '../../ports/callers.ts';
import type { Demand } from '../../ports/quotas.ts';
import { networkOf } from '../../quota/network-of.ts';
import { take } from '../../quota/take.ts';
import { accessTokens } from '../auth/access-tokens.ts';
import { authenticateDisputing } from '../auth/authenticate-disputing.ts';
import { authenticateHolder } from '../auth/authenticate-holder.ts';
import { callersBy } from '../auth/callers-by.ts';
import { proveToken } from '../auth/prove-token.ts';
import { ticketIn } from '../pages/arrival-cookie.ts';
import { pathOf } from '../route-label.ts';
import { answerMount } from '../routes/answer-mount.ts';
import { mount, rawRequest } from '../routes/mount.ts';
import { relayMount } from '../routes/relay-mount.ts';
import type { HolderApi } from '../routes/route.ts';
import { expectProofs } from './expect-proofs.ts';
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

  const checkProof = expectProofs(server, { ports, accessTokenSecret });
  const urlOf = (request: FastifyRequest) => ports.settings.publicUrl + pathOf(request.url);
  const prove = (request: FastifyRequest) =>
    proveToken(ports, verify, checkProof, {
      authorization: request.headers.authorization,
      proof: request.headers.dpop,
      method: request.method,
      url: urlOf(request),
    });
  const callers = callersBy(async (request) => authenticateHolder(ports, await prove(request)));
  const disputing = callersBy(async (request) => authenticateDisputing(ports, await prove(request)));

  const pollOf = ({ deviceThumbprint }: { deviceThumbprint: string }): Demand => ({
    quota: 'long-polls-by-device',
    subject: deviceThumbprint,
  });
  const mountAnswer = answerMount(ports, callers, longPolls, pollOf);
  const mountDisputing = answerMount(ports, disputing, longPolls, pollOf);
  const mountRelay = relayMount(ports, callers, longPolls);
  for (const [operationId, route] of Object.entries(api)) {
    const { call } = route;
    const documented = { surface: 'holder', operationId } as const;
    if (route.kind === 'relay') mountRelay(server, route, documented);
    else if (route.kind === 'disputing') mountDisputing(server, route, documented);
    else if (route.kind === 'holder') mountAnswer(server, route, documented);
    else if (route.kind === 'open')
      mount(
        server,
        call,
        { ...documented, by: [] },
        {
          async handler(request, reply) {
            const asked = { ...rawRequest(call, request), source: request.ip };
            return reply.status(call.status).send(await route.answer(ports, asked));
          },
        },
      );
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
