import { randomUUID } from 'node:crypto';
import swagger from '@fastify/swagger';
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify';
import * as limits from '../../../shared/limits.ts';
import type { Ports } from '../ports/ports.ts';
import type { Counter } from '../ports/registry.ts';
import { tellOrigins } from './cors/tell-origins.ts';
import { countNetworks } from './count-networks.ts';
import { answerConditionally } from './headers/answer-conditionally.ts';
import { targetOf } from './judge-message.ts';
import { allMethods, refuseUnknown } from './not-found.ts';
import { embeddedCounter } from './pages/embedded-counter.ts';
import { h5Surface } from './pages/h5-surface.ts';
import { readerStyles, webPages } from './pages/web-pages.ts';
import { sendProblem } from './problems/send-problem.ts';
import { answerClientError, answerOnSocket } from './problems/socket-problem.ts';
import { beginAnswer, hookRequests } from './request-hooks.ts';
import { takeJson } from './routes/body-parsers.ts';
import { openLongPolls } from './routes/long-polls.ts';
import { openapiOptions, problemSchema } from './routes/openapi.ts';
import type { CounterApi, HolderApi, OfficerApi, OperatorApi, TerminalApi } from './routes/route.ts';
import { serializeLazily } from './serialize-lazily.ts';
import type { StreamTimes } from './surfaces/counter-events.ts';
import { counterSurface } from './surfaces/counter-surface.ts';
import { holderSurface } from './surfaces/holder-surface.ts';
import { officerSurface } from './surfaces/officer-surface.ts';
import { operatorSurface } from './surfaces/operator-surface.ts';
import { type PublicSurface, publicSurface } from './surfaces/public/public-surface.ts';
import { terminalSurface } from './surfaces/terminal-surface.ts';

export interface ServerOptions extends PublicSurface {
  ports: Ports;
  /** `iss` of access tokens, and the audience of client assertions. */
  issuer: string;
  /** 32 bytes. */
  accessTokenSecret: Uint8Array;
  api: {
    counter: CounterApi;
    holder: HolderApi;
    officer?: OfficerApi;
    terminal?: TerminalApi;
    operator: OperatorApi;
  };
  /** The folder of the H5 build, where this BFF serves it. */
  h5?: string | undefined;
  /** The folder of the built pages. */
  pages: string;
  sandboxCounters?: readonly Counter[] | undefined;
  logger: FastifyBaseLogger;
  trustProxy?: boolean | string[];
  /** Milliseconds; the limits where absent. */
  timeouts?: { headers?: number; request?: number; check?: number } & StreamTimes;
}

/** Builds the HTTP server: the surfaces by audience, the public documents, and one way of answering errors. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { ports, issuer, accessTokenSecret, api, logger, timeouts = {} } = options;
  const atHand = { tally: ports.tally, random: ports.random, measures: ports.measures };
  const noting = { ...atHand, log: logger };
  const server = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: (parent) => parent,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: options.trustProxy ?? false,
    bodyLimit: limits.jsonBody,
    requestTimeout: timeouts.request ?? limits.uploadTimeout,
    rewriteUrl: targetOf,
    http: {
      // Refused as every other request is: Node would answer by itself, and nobody would hear of it.
      requireHostHeader: false,
      headersTimeout: timeouts.headers ?? limits.headersTimeout,
      connectionsCheckingInterval: timeouts.check ?? limits.connectionCheck,
      maxHeaderSize: limits.requestHeaders,
    },
    return503OnClosing: false,
    exposeHeadRoutes: false,
    schemaController: { compilersFactory: { buildSerializer: serializeLazily } },
    frameworkErrors(error, request, reply) {
      beginAnswer(request, reply, atHand);
      sendProblem(error, request, reply);
    },
    clientErrorHandler: (error, socket) => answerClientError(error, socket, noting),
  });
  server.server.on('connect', (_request, socket) =>
    answerOnSocket('method-not-allowed', socket, noting, { allow: allMethods }),
  );

  const stops: (() => void)[] = [];
  let stopping = false;
  server.addHook('preClose', async () => {
    stopping = true;
    for (const stop of stops) stop();
  });
  const longPolls = openLongPolls(ports);
  stops.push(longPolls.stopAll);
  server.addHook('onSend', (_request, reply, payload, next) => {
    if (stopping) reply.header('connection', 'close');
    next(null, payload);
  });

  server.setValidatorCompiler(() => () => true);
  server.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
  server.addSchema(problemSchema);
  await server.register(swagger, openapiOptions(ports.settings.publicUrl, options.about));
  hookRequests(server, atHand, { isStopping: () => stopping });
  answerConditionally(server);
  countNetworks(server, ports);
  tellOrigins(server, ports.registry);
  refuseUnknown(server);
  takeJson(server);

  const onStopping = (stop: () => void) => void stops.push(stop);
  const { h5, pages, sandboxCounters } = options;
  const dependencies = {
    ...{ ports, issuer, accessTokenSecret, longPolls, pages, sandboxCounters, onStopping },
    streamTimes: timeouts,
  };
  await server.register((scope) => counterSurface(scope, dependencies, api.counter));
  await server.register((scope) => holderSurface(scope, dependencies, api.holder));
  await server.register((scope) => officerSurface(scope, dependencies, api.officer ?? {}));
  await server.register((scope) => terminalSurface(scope, dependencies, api.terminal ?? {}));
  await server.register((scope) => operatorSurface(scope, dependencies, api.operator));
  await server.register((scope) => publicSurface(scope, ports, options));
  webPages(server, pages, ['docs'], readerStyles);
  embeddedCounter(server, pages);
  if (h5 !== undefined) h5Surface(server, ports, { folder: h5, about: options.about });
  await server.ready();
  return server;
}
