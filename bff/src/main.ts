import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import closeWithGrace from 'close-with-grace';
import { type Logger, pino } from 'pino';
import { limits } from '../../shared/limits.ts';
import { httpAuthority } from './adapters/authority/http-authority.ts';
import { databaseReplayGuard } from './adapters/database/replay-guard.ts';
import { resultSigner } from './adapters/keys/result-signer.ts';
import { alipayLogin } from './adapters/login/alipay-login.ts';
import { wechatLogin } from './adapters/login/wechat-login.ts';
import { wechatToken } from './adapters/login/wechat-token.ts';
import { sessionChangesInMemory } from './adapters/memory/session-changes.ts';
import { prometheusMeasures } from './adapters/metrics/prometheus-measures.ts';
import { readRegistry } from './adapters/registry/file-registry.ts';
import { sandboxSms } from './adapters/sms/sandbox-sms.ts';
import { openSqlite } from './adapters/sqlite/open-sqlite.ts';
import { openAudit } from './audit/open-audit.ts';
import type { Config } from './config/config.ts';
import { parseConfig } from './config/parse-config.ts';
import { buildServer } from './http/build-server.ts';
import { readSite } from './http/pages/site.ts';
import { faultFacts } from './http/problems/fault-facts.ts';
import { counterApi } from './http/surfaces/counter-api.ts';
import { holderApi } from './http/surfaces/holder-api.ts';
import { startJobs } from './jobs/start-jobs.ts';
import type { FaceVerifiers } from './ports/platforms.ts';
import type { Ports } from './ports/ports.ts';

/** How long requests that are under way may go on once the process is told to stop, what the log may take, and when all ends regardless, in milliseconds. */
const grace = { requests: 5_000, log: 1_000, all: 10_000 };

const now = () => Date.now();
const random = (length: number) => new Uint8Array(randomBytes(length));

try {
  const config = parseConfig(process.env, (path) => readFileSync(path, 'utf8'));
  const destination = pino.destination({ dest: config.log.file ?? 1, sync: false, mkdir: false });
  const log = pino({ level: config.log.level, base: null }, destination);
  await start(config, log);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'The start failed.'}\n`);
  process.exit(1);
}

/** Which platforms take faces, as the operator set it. */
function faceVerifiersOf({ faceVerifier, wechat }: Config): FaceVerifiers {
  const all = faceVerifier === 'platform';
  return {
    ...(all || faceVerifier === 'wechat' ? { wechat: wechatToken({ ...wechat, now }) } : {}),
    ...(all || faceVerifier === 'alipay' ? { alipay: true } : {}),
  };
}

async function start(config: Config, log: Logger): Promise<void> {
  const registry = readRegistry(config.registry);
  const migrations = fileURLToPath(new URL('../migrations', import.meta.url));
  const db = await openSqlite(config.database, { migrations });
  const { audit, flush } = await openAudit({ db, now, random });
  const authority = httpAuthority({ ...config.authority, now });
  const { measures, text } = prometheusMeasures();
  const signer = resultSigner({
    keys: [...config.keys.result],
    issuer: config.issuer,
    registry,
    retention: limits.resultRetention,
  });

  const ports: Ports = {
    now,
    random,
    db,
    authority,
    registry,
    measures,
    replay: databaseReplayGuard({ db, now }),
    sessionChanges: sessionChangesInMemory((fault) => log.error(faultFacts(fault), 'session-changes-fault')),
    signResult: signer.sign,
    platforms: { wechat: wechatLogin(config.wechat), alipay: alipayLogin({ ...config.alipay, now }) },
    faceVerifiers: faceVerifiersOf(config),
    ...(config.sms === undefined ? {} : { sms: sandboxSms(config.sms) }),
    // Without its chain the process must not go on: the next one begins a new chain.
    audit: (event) =>
      audit(event).catch((fault: unknown) => {
        log.fatal(faultFacts(fault), 'audit-broken');
        closing.close();
      }),
    warn: (what, facts) => log.warn(facts, what),
    settings: {
      publicUrl: config.publicUrl,
      holderPepper: config.keys.holderPepper,
      relaysInFlight: config.relaysInFlight,
    },
  };
  const server = await buildServer({
    ports,
    issuer: config.issuer,
    accessTokenSecret: config.keys.accessTokenSecret,
    api: { counter: counterApi, holder: holderApi },
    jwks: signer.jwks(),
    metrics: { render: text, token: config.metricsToken },
    logger: log,
    trustProxy: config.trustProxy,
    h5: config.h5 === undefined ? undefined : readSite(config.h5),
    sandboxCounters:
      config.mode === 'sandbox'
        ? registry.counters.filter(({ id }) => id.startsWith('cnt_sandbox-'))
        : undefined,
  });
  const stopJobs = startJobs(ports);

  const closing = closeWithGrace({ delay: grace.all, logger: false }, async ({ err }) => {
    if (err !== undefined) log.fatal(faultFacts(err), 'stopping');
    stopJobs();
    const cut = setTimeout(() => server.server.closeAllConnections(), grace.requests);
    await server.close();
    clearTimeout(cut);
    await audit({ event: 'process-stopped', by: 'operator' }).catch(() => undefined);
    await flush().catch(() => undefined);
    await authority.close();
    await db.close();
    // Where nobody reads the log any more the flush never ends.
    const flushed = new Promise<void>((resolve) => log.flush(() => resolve()));
    await Promise.race([flushed, pause(grace.log, undefined, { ref: false })]);
  });

  const url = await server.listen({ host: config.host, port: config.port });
  if (config.readyLine) process.stdout.write(`${JSON.stringify({ ready: true, url })}\n`);
}
