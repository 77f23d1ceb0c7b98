import jwt from '@fastify/jwt';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../../../../shared/problem.ts';
import type { SignToken } from '../../ports/callers.ts';
import { followRegistry } from '../../registry/follow-registry.ts';
import { accessTokens } from '../auth/access-tokens.ts';
import { authenticateCounter } from '../auth/authenticate-counter.ts';
import { callersBy } from '../auth/callers-by.ts';
import { demandOrigin } from '../cors/demand-origin.ts';
import { oneAtATime } from '../idempotency/one-at-a-time.ts';
import { webPages } from '../pages/web-pages.ts';
import { mount, rawRequest, requestReader, signalFor } from '../routes/mount.ts';
import type { CounterApi } from '../routes/route.ts';
import { whileStanding } from '../streams/while-standing.ts';
import { counterStreams } from './counter-events.ts';
import { oauthEndpoints } from './oauth/endpoints.ts';
import { noFurtherThanPages, pageTokenCallOf } from './oauth/page-token-call.ts';
import { userCodeCall } from './oauth/user-code-call.ts';
import { sandboxCounterRoutes } from './sandbox-counters.ts';
import type { SurfaceDependencies } from './surface-dependencies.ts';

/** The counter API, and the token endpoint that opens it. */
export async function counterSurface(
  server: FastifyInstance,
  dependencies: SurfaceDependencies,
  api: CounterApi,
): Promise<void> {
  const { ports, issuer, accessTokenSecret, longPolls, onStopping } = dependencies;
  await server.register(jwt, accessTokens('counter', { issuer, secret: accessTokenSecret }));
  const sign: SignToken = (claims) => server.jwt.sign(claims);
  await oauthEndpoints(server, dependencies, sign);
  const { sandboxCounters, pages } = dependencies;
  if (sandboxCounters !== undefined) sandboxCounterRoutes(server, ports, sandboxCounters, sign);
  webPages(server, pages, ['console', 'device', ...(sandboxCounters === undefined ? [] : ['counter'])]);
  userCodeCall(server, dependencies);

  // Counters that slept set their clock by it: it is the clock that their codes are judged by.
  server.addHook('onSend', (_request, reply, payload, next) => {
    reply.header('date', new Date(ports.now()).toUTCString());
    next(null, payload);
  });

  const verify = (token: string): unknown => server.jwt.verify(token);
  const callers = callersBy(async (request) => {
    const found = await authenticateCounter(ports, verify, request.headers.authorization);
    demandOrigin(request, found, ports.settings);
    return found;
  });
  const once = oneAtATime((request) => callers.of(request).caller.counterId);
  const registry = followRegistry(ports);
  const streams = counterStreams(ports, registry, dependencies.streamTimes);
  onStopping(streams.endAll);
  onStopping(registry.stop);

  pageTokenCallOf(server, ports, callers, sign);

  for (const [operationId, route] of Object.entries(api)) {
    const { call } = route;
    const before = [callers.find, noFurtherThanPages(callers, call)];
    if (route.kind === 'counter')
      mount(
        server,
        call,
        { surface: 'counter', operationId },
        {
          before,
          once,
          async handler(request, reply) {
            const found = callers.of(request);
            const { caller } = found;
            const poll = { quota: 'long-polls-by-counter', subject: caller.counterId } as const;
            const waiting = await signalFor(call, longPolls, poll, request, reply);
            const asked = { ...rawRequest(call, request), caller };
            if (waiting === longPolls.stopped)
              return reply.status(call.status).send(await route.answer(ports, { ...asked, signal: waiting }));
            const standing = whileStanding(ports, registry, found, waiting);
            try {
              const answer = await route.answer(ports, { ...asked, signal: standing.signal });
              if (standing.isRevoked()) throw new Problem('token-invalid');
              return reply.status(call.status).send(answer);
            } finally {
              standing.leave();
            }
          },
        },
      );
    else if (route.kind === 'file')
      mount(
        server,
        call,
        { surface: 'counter', operationId, gives: route.type },
        {
          before,
          async handler(request, reply) {
            const asked = { ...rawRequest(call, request), caller: callers.of(request).caller };
            const file = await route.answer(ports, { ...asked, signal: longPolls.stopped });
            return reply.type(route.type).send(Buffer.from(file));
          },
        },
      );
    else {
      const read = requestReader(call);
      mount(
        server,
        call,
        { surface: 'counter', operationId, gives: 'text/event-stream' },
        {
          before,
          handler(request, reply) {
            read(request);
            return request.method === 'HEAD'
              ? reply.type('text/event-stream; charset=utf-8').send()
              : streams.open(route.watch, callers.of(request), request, reply);
          },
        },
      );
    }
  }
}
