import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { OfficerCaller } from '../../ports/callers.ts';
import { networkOf } from '../../quota/network-of.ts';
import { take } from '../../quota/take.ts';
import { officerAuthenticator } from '../auth/authenticate-officer.ts';
import { callersBy } from '../auth/callers-by.ts';
import { officersPage } from '../pages/officer/officers-page.ts';
import { pathOf } from '../route-label.ts';
import { answerMount } from '../routes/answer-mount.ts';
import { mount, rawRequest } from '../routes/mount.ts';
import { relayMount } from '../routes/relay-mount.ts';
import type { OfficerApi } from '../routes/route.ts';
import { expectProofs } from './expect-proofs.ts';
import type { SurfaceDependencies } from './surface-dependencies.ts';

/**
 * The officer API: for the page of the officers alone, and no part of the document for integrators. As on the holder's surface every answer
 * carries the nonce for the next proof, and every refusal the time to date it by.
 */
export async function officerSurface(
  server: FastifyInstance,
  { ports, accessTokenSecret, longPolls, pages }: SurfaceDependencies,
  api: OfficerApi,
): Promise<void> {
  const checkProof = expectProofs(server, { ports, accessTokenSecret });
  const authenticate = officerAuthenticator(ports, checkProof);
  const { publicUrl, officerOrigin, sandboxRoot, cardReader } = ports.settings;
  officersPage(server, pages, { sandboxRoot, cardReader });
  /** Proofs of the page name the origin that it stands at, which is the authority's; whoever asks without a page names the BFF's own address. */
  const ownUrl = ({ headers: { host } }: FastifyRequest) =>
    host === new URL(officerOrigin).host ? officerOrigin : publicUrl;
  const evidenceIn = (request: FastifyRequest) => ({
    authorization: request.headers.authorization,
    proof: request.headers.dpop,
    method: request.method,
    url: ownUrl(request) + pathOf(request.url),
  });
  const callers = callersBy((request) => authenticate(evidenceIn(request), true));
  /** A page that asks by itself keeps no shift open. */
  const watchers = callersBy((request) => authenticate(evidenceIn(request), false));

  const pollOf = ({ deviceThumbprint }: OfficerCaller) =>
    ({ quota: 'long-polls-by-device', subject: deviceThumbprint }) as const;
  const mountAnswer = answerMount(ports, callers, longPolls, pollOf);
  const mountWatched = answerMount(ports, watchers, longPolls, pollOf);
  const mountRelay = relayMount(ports, callers, longPolls);
  for (const [operationId, route] of Object.entries(api)) {
    const { call } = route;
    const documented = { surface: 'officer', operationId, hide: true } as const;
    if (route.kind === 'officer-relay') mountRelay(server, route, documented);
    else if (route.kind === 'officer')
      (call.byItself ? mountWatched : mountAnswer)(server, route, documented);
    else
      mount(server, call, documented, {
        async handler(request, reply) {
          const source = request.ip;
          await take(ports, [{ quota: 'officer-sign-ins-by-network', subject: networkOf(source) }]);
          const { method, url, proof } = evidenceIn(request);
          const prove = () => checkProof({ proof, expectedMethod: method, expectedUrl: url });
          const answer = await route.answer(ports, { ...rawRequest(call, request), source, prove });
          return reply.status(call.status).send(answer);
        },
      });
  }
}
