import { createHash, timingSafeEqual } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Fastify, { type FastifyInstance } from 'fastify';
import { encodeBase64url } from '../../shared/bytes/base64url.ts';
import type { Random } from '../../shared/bytes/random.ts';
import { decodeUtf8 } from '../../shared/bytes/utf8.ts';
import * as limits from '../../shared/limits.ts';
import { Problem } from '../../shared/problem.ts';
import type { SealSuite } from '../../shared/seal/types.ts';
import { recoverChallenges } from './decide/recover-challenges.ts';
import { guardEngines } from './engines/guard-engines.ts';
import { addAdministratorRoutes, administratorPrefix } from './http/administrator-routes.ts';
import { answerProblem, asProblem } from './http/answer-problem.ts';
import { addFamilyDesk } from './http/family-routes.ts';
import { addProtocolRoutes } from './http/protocol-routes.ts';
import { addRegistrarRoutes, registrarPrefix } from './http/registrar-routes.ts';
import { addScriptRoutes } from './http/script-routes.ts';
import { issuer, openKeyRing } from './keys/key-ring.ts';
import { makeBegunFaces } from './platform-face/begun-faces.ts';
import type { AuthorityPorts } from './ports/authority-ports.ts';
import type { Engines } from './ports/engines.ts';
import type { CardIssuer } from './ports/officers.ts';
import type { FaceVerifiers } from './ports/platform-face.ts';
import { openRecordings } from './recordings/open-recordings.ts';
import { settleCredentials } from './register/credential-standing.ts';
import { settleDelegations } from './register/end-delegations.ts';
import { openPepper } from './register/open-pepper.ts';
import { readCitizens } from './register/read-citizens.ts';
import { openRegister } from './register/register.ts';
import { makeHeldSamples } from './samples/held-samples.ts';
import { makeScenarios } from './script/scenarios.ts';
import { forgetOld } from './store/forget-old.ts';
import { databaseFileName, openStore } from './store/open-store.ts';
import { makeDecidedSignal } from './verdict/decided-signal.ts';

export interface AuthorityOptions {
  /** Where keys and database lie; made when it is missing. */
  dataFolder: string;
  /** Folders of synthetic citizens, with whom the register begins. */
  peopleFolders: readonly string[];
  suite: SealSuite;
  apiKey: string;
  /** Opens the registrar's desk; there is none without it. */
  registrarToken?: string | undefined;
  /** Opens the desk at which officers and points are registered; there is none without it. */
  administratorToken?: string | undefined;
  /** Where the page of the officers is served from; no officer can sign in without it. */
  officerOrigin?: string | undefined;
  cardIssuer?: CardIssuer;
  bffId: string;
  now(): number;
  random: Random;
  engines: Engines;
  /** Milliseconds that an engine may take for one answer. */
  engineTimeout?: number;
  faceVerifiers?: FaceVerifiers;
  warn: AuthorityPorts['warn'];
}

/** Where no issuer of cards is known every chip is taken for forged. */
const noIssuer: CardIssuer = { keyOf: () => undefined, isFlagged: () => false };

export interface BuiltAuthority {
  app: FastifyInstance;
  ports: AuthorityPorts;
}

/** The sandbox authority, ready to listen. `app.close()` ends what is being decided, wipes the samples and closes the store. */
export function buildAuthority(options: AuthorityOptions): BuiltAuthority {
  const { dataFolder, peopleFolders, random, warn, suite, bffId } = options;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const engines = guardEngines(options.engines, options.engineTimeout ?? limits.engineTimeout);
  const store = openStore(join(dataFolder, databaseFileName));
  const scenarios = makeScenarios(options.now);
  const stopping = new AbortController();
  const ports: AuthorityPorts = {
    now: () => options.now() + (scenarios.look('wrong-clock')?.offsetMs ?? 0),
    random,
    sleep: (milliseconds) => sleepUntilStopped(milliseconds, stopping.signal),
    store,
    keys: openKeyRing(dataFolder, random, options.now()),
    register: openRegister({
      store,
      engines,
      pepper: openPepper(dataFolder, random),
      citizens: peopleFolders.flatMap((folder) =>
        readCitizens(folder, (name) => warn('citizen-skipped', { name })),
      ),
    }),
    heldSamples: makeHeldSamples(),
    engines,
    recordings: openRecordings(),
    faceVerifiers: options.faceVerifiers ?? {},
    begunFaces: makeBegunFaces(),
    scenarios,
    decided: makeDecidedSignal(),
    warn,
    cardIssuer: options.cardIssuer ?? noIssuer,
    settings: { issuer, suite, bffId, officerOrigin: options.officerOrigin },
  };
  recoverChallenges(ports);
  const app = Fastify({
    bodyLimit: limits.jsonBody,
    forceCloseConnections: true,
    genReqId: () => encodeBase64url(random(12)),
    logger: false,
  });
  parseBodies(app);
  addErrorAnswers(app, warn);
  addGuards(app, ports, options);
  const deciding = new Set<Promise<void>>();
  addProtocolRoutes(app, ports, deciding);
  addRegistrarRoutes(app, ports);
  addAdministratorRoutes(app, ports);
  addFamilyDesk(app, ports);
  addScriptRoutes(app, ports);
  const sweeping = setInterval(() => {
    ports.heldSamples.sweep(ports.now());
    ports.begunFaces.sweep(ports.now());
  }, 10_000);
  sweeping.unref();
  const forgetting = setInterval(() => {
    try {
      settleCredentials(ports);
      settleDelegations(ports);
      forgetOld(store, options.now());
    } catch (error) {
      warn('not-forgotten', { why: error instanceof Error ? error.name : 'unknown' });
    }
  }, limits.authorityForgets);
  forgetting.unref();
  app.addHook('preClose', async () => {
    clearInterval(sweeping);
    clearInterval(forgetting);
    stopping.abort();
    ports.decided.close();
  });
  app.addHook('onClose', async () => {
    await Promise.all(deciding);
    ports.heldSamples.clear();
    await Promise.all([engines.face.close(), engines.voice.close()]);
    store.close();
  });
  return { app, ports };
}

async function sleepUntilStopped(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}

function parseBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body: Buffer, done) => {
    try {
      done(null, body.length === 0 ? undefined : JSON.parse(decodeUtf8(body)));
    } catch {
      done(new Problem('body-not-json'));
    }
  });
}

function addErrorAnswers(app: FastifyInstance, warn: AuthorityPorts['warn']): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = asProblem(error);
    if (problem.code === 'internal-fault') {
      warn('internal-fault', { traceId: request.id, why: error instanceof Error ? error.name : 'unknown' });
    }
    return answerProblem(reply, problem, request.id);
  });
  app.setNotFoundHandler((request, reply) => answerProblem(reply, new Problem('not-found'), request.id));
}

/** The desks of registrar and administrator have tokens of their own: whoever runs the BFF registers nobody, and makes no officer. */
function addGuards(
  app: FastifyInstance,
  { scenarios }: AuthorityPorts,
  {
    apiKey,
    registrarToken,
    administratorToken,
  }: Pick<AuthorityOptions, 'apiKey' | 'registrarToken' | 'administratorToken'>,
): void {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const expectedOf = (token: string | undefined) => token && digest(`Bearer ${token}`);
  const bff = expectedOf(apiKey);
  const desks = [
    { prefix: registrarPrefix, expected: expectedOf(registrarToken) },
    { prefix: administratorPrefix, expected: expectedOf(administratorToken) },
  ];
  app.addHook('onRequest', async (request) => {
    const { authorization } = request.headers;
    // The route that answers, and not the address: many spellings of one lead to the same route.
    const route = request.routeOptions.url ?? '';
    const desk = desks.find(({ prefix }) => route.startsWith(prefix));
    const expected = desk === undefined ? bff : desk.expected;
    if (!expected) throw new Problem('not-found');
    if (authorization === undefined) throw new Problem('token-missing');
    if (!timingSafeEqual(digest(authorization), expected)) throw new Problem('token-invalid');
    if (!route.startsWith('/v1/')) return;
    const outage = scenarios.use('outage');
    if (outage === undefined) return;
    if (outage.how === 'cut') request.raw.socket.destroy();
    throw new Problem('authority-unavailable', { retryAfter: 1 });
  });
}
