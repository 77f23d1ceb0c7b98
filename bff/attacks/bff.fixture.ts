import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { limits } from '../../shared/limits.ts';
import { Problem } from '../../shared/problem.ts';
import { httpAuthority } from '../src/adapters/authority/http-authority.ts';
import { databaseReplayGuard } from '../src/adapters/database/replay-guard.ts';
import { resultSigner } from '../src/adapters/keys/result-signer.ts';
import { wechatLogin } from '../src/adapters/login/wechat-login.ts';
import { wechatToken } from '../src/adapters/login/wechat-token.ts';
import { sessionChangesInMemory } from '../src/adapters/memory/session-changes.ts';
import { prometheusMeasures } from '../src/adapters/metrics/prometheus-measures.ts';
import { readRegistry } from '../src/adapters/registry/file-registry.ts';
import { openSqlite } from '../src/adapters/sqlite/open-sqlite.ts';
import { apply } from '../src/apply/ceremony.ts';
import { openAudit } from '../src/audit/open-audit.ts';
import { buildServer, type ServerOptions } from '../src/http/build-server.ts';
import { counterApi } from '../src/http/surfaces/counter-api.ts';
import { holderApi } from '../src/http/surfaces/holder-api.ts';
import { startJobs } from '../src/jobs/start-jobs.ts';
import type { Ports } from '../src/ports/ports.ts';
import { verify } from '../src/verify/ceremony.ts';
import type { OpenAuthority } from './authority.fixture.ts';
import { type KeyPair, random } from './parties.fixture.ts';

/** As behind a proxy: the address that the parties know, and that proofs and audiences name, is not the one listened on. */
export const publicUrl = 'https://id.example';
export const metricsToken = 'metrics-token-0123456789';

export interface BffOptions {
  folder: string;
  registryFile: string;
  resultKey: KeyPair;
  accessTokenSecret: Uint8Array;
  holderPepper: Uint8Array;
  now: () => number;
  platformUrl: string;
  authority: OpenAuthority;
  timeouts?: ServerOptions['timeouts'];
  relaysInFlight?: number;
  /** WeChat takes the faces, as with LZ_FACE_VERIFIER=platform. */
  byPlatform?: true;
}

/** The BFF with all its real adapters, wired as `main.ts` wires them, on a free port. `lines` are its log, `ports` is for what no client can bring about. */
export async function openBff(options: BffOptions) {
  const { folder, now, authority } = options;
  const lines: string[] = [];
  const log = pino({ level: 'info', base: null }, { write: (line: string) => void lines.push(line) });
  const registry = readRegistry(options.registryFile);
  const migrations = fileURLToPath(new URL('../migrations', import.meta.url));
  const db = await openSqlite(join(folder, 'bff.db'), { migrations });
  const { audit, flush } = await openAudit({ db, now, random });
  const { url: authorityUrl, apiKey, root, bffId } = authority;
  const toAuthority = httpAuthority({ url: authorityUrl, apiKey, root, bffId, now });
  const { measures, text } = prometheusMeasures();
  const signer = resultSigner({
    keys: [options.resultKey.secret],
    issuer: publicUrl,
    registry,
    retention: limits.resultRetention,
  });
  const wechat = { url: options.platformUrl, appId: 'wx', secret: 'secret' };
  const ports: Ports = {
    ...{ now, random, db, registry, measures, audit },
    authority: toAuthority,
    ceremonies: { verify, apply },
    replay: databaseReplayGuard({ db, now }),
    sessionChanges: sessionChangesInMemory(() => log.error('session-changes-fault')),
    signResult: signer.sign,
    faceVerifiers: options.byPlatform ? { wechat: wechatToken({ ...wechat, now }) } : {},
    platforms: {
      wechat: wechatLogin(wechat),
      alipay: () => Promise.reject(new Problem('platform-unavailable')),
    },
    warn: (what, facts) => log.warn(facts, what),
    settings: { publicUrl, holderPepper: options.holderPepper, relaysInFlight: options.relaysInFlight ?? 8 },
  };
  const server = await buildServer({
    ports,
    issuer: publicUrl,
    accessTokenSecret: options.accessTokenSecret,
    api: { counter: counterApi, holder: holderApi },
    jwks: signer.jwks(),
    metrics: { render: text, token: metricsToken },
    logger: log,
    timeouts: { check: 50, ...options.timeouts },
  });
  const stopJobs = startJobs(ports);
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    lines,
    ports,
    async stop() {
      stopJobs();
      server.server.closeAllConnections();
      await server.close();
      await flush();
      await toAuthority.close();
      await db.close();
    },
  };
}
