import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Random } from '../../shared/bytes/random.ts';
import * as limits from '../../shared/limits.ts';
import { httpAuthority } from './adapters/authority/http-authority.ts';
import { httpDelegations } from './adapters/authority/http-delegations.ts';
import { httpOfficers } from './adapters/authority/http-officers.ts';
import { measuredAuthority } from './adapters/authority/measured-authority.ts';
import { seenKeyList } from './adapters/authority/seen-key-list.ts';
import { databaseReplayGuard } from './adapters/database/replay-guard.ts';
import { publishKeys } from './adapters/keys/publish-keys.ts';
import { resultSigner } from './adapters/keys/result-signer.ts';
import { alipayLogin } from './adapters/login/alipay-login.ts';
import { wechatLogin } from './adapters/login/wechat-login.ts';
import { wechatSoter } from './adapters/login/wechat-soter.ts';
import { wechatToken } from './adapters/login/wechat-token.ts';
import { sessionChangesInMemory } from './adapters/memory/session-changes.ts';
import { usageInMemory } from './adapters/memory/usage-in-memory.ts';
import { openMessages } from './adapters/message/open-messages.ts';
import { prometheusMeasures } from './adapters/metrics/prometheus-measures.ts';
import { drawCode } from './adapters/picture/draw-code.ts';
import { boundedCalls } from './adapters/platform/bounded-calls.ts';
import { httpRegistrar } from './adapters/registrar/http-registrar.ts';
import { storedRegistry } from './adapters/registry/stored-registry.ts';
import { sandboxSms } from './adapters/sms/sandbox-sms.ts';
import { watchedSms } from './adapters/sms/watched-sms.ts';
import { openSqlite } from './adapters/sqlite/open-sqlite.ts';
import { type HttpWebhooksOptions, httpWebhooks } from './adapters/webhook/http-webhooks.ts';
import { apply } from './apply/ceremony.ts';
import { assist } from './assist/ceremony.ts';
import { openAudit } from './audit/open-audit.ts';
import { openTally } from './audit/open-tally.ts';
import type { Config } from './config/config.ts';
import { family, revoke, ward } from './family/ceremony.ts';
import { buildServer, type ServerOptions } from './http/build-server.ts';
import { faultFacts } from './http/problems/problem-of.ts';
import { counterApi, holderApi, officerApi, operatorApi, terminalApi } from './http/surfaces/api.ts';
import { freeLeases } from './jobs/lease.ts';
import { startJobs } from './jobs/start-jobs.ts';
import { move } from './move/ceremony.ts';
import { outboxDepth } from './outbox/outbox-depth.ts';
import { peer } from './peer/ceremony.ts';
import type { Audit } from './ports/audit.ts';
import { currentCall } from './ports/current-call.ts';
import type { FaceVerifiers, PlatformToken } from './ports/platforms.ts';
import type { Ports } from './ports/ports.ts';
import type { Counter } from './ports/registry.ts';
import { protect } from './protect/ceremony.ts';
import { raise } from './raise/ceremony.ts';
import { importAtStart } from './registry/import/import-at-start.ts';
import { demandTrustedRoot } from './registry/trust-root.ts';
import { verify } from './verify/ceremony.ts';
import { freeTaken } from './webhook/take-due.ts';

/** What a process hands in besides its configuration. */
export interface Runtime {
  now(): number;
  random: Random;
  log: Logger;
  /** Told once, when the audit chain cannot go on: nor may the process, the next one begins a new chain. */
  onAuditBroken(): void;
  /** Told when there is no room left on the disk of the database, and when there is again. */
  onRoom?(hasRoom: boolean): void;
  /** Another process may have the database too. Only where something is shown that holds between processes. */
  sharesDatabase?: true;
  timeouts?: ServerOptions['timeouts'];
  /** Looks up the names of webhooks' receivers; as `HttpWebhooksOptions` says where absent. */
  resolve?: HttpWebhooksOptions['resolve'];
}

/** A whole BFF that takes no requests yet. */
export interface Bff {
  server: FastifyInstance;
  ports: Ports;
  /**
   * Signs results by these keys from now on, as after a start with them; what is going on goes on.
   * @throws Error as `publishKeys` does, and nothing has changed
   */
  takeResultKeys(keys: Config['keys']['result']): Promise<void>;
  /** Starts what happens by itself; answers the way to stop it. */
  startJobs(): () => void;
  /**
   * Ends the audit chain and closes what stands behind the ports; the server and the jobs are stopped before. A job that is under way has
   * `limits.stopRequests` from its stop.
   * @throws Error where the chain could not be ended; all is closed then too
   */
  close(): Promise<void>;
}

/**
 * Puts an adapter behind each port, once, as the configuration says. Nothing else knows which adapter it is.
 * @throws Error where the database, the registry, a key or the folder of the H5 build cannot be used
 */
export async function compose(config: Config, runtime: Runtime): Promise<Bff> {
  const { now, random, log, onAuditBroken, onRoom, sharesDatabase, timeouts } = runtime;
  const alone = {
    onRoom(hasRoom: boolean) {
      if (!hasRoom) log.error('storage-full');
      onRoom?.(hasRoom);
      if (hasRoom) log.warn('storage-has-room');
    },
  };
  const migrations = folderOf('../migrations');
  const db = await openSqlite(config.database, { migrations, ...(sharesDatabase ? {} : { alone }) });
  if (!sharesDatabase) {
    await freeLeases(db);
    await freeTaken({ db, now });
  }
  const chain = await openAudit({ db, now, random });
  let broken = false;
  const audit: Audit = (event) =>
    chain.audit(event).catch((fault: unknown) => {
      if (broken) return;
      broken = true;
      log.fatal(faultFacts(fault), 'audit-broken');
      onAuditBroken();
    });
  const registry = storedRegistry({ db, now });
  const registrar = httpRegistrar({
    url: config.registrarUrl,
    root: config.authority.root,
    now,
  });
  const { tally, tell } = openTally({ audit, now });
  const { measures, text } = prometheusMeasures(() => outboxDepth({ db, now }));
  const reached = { ...config.authority, now, seenKeyList: seenKeyList(db, config.authority.root) };
  const askAuthority = httpAuthority(reached);
  const authority = measuredAuthority(askAuthority, measures);
  const officers = httpOfficers(reached);
  const delegations = httpDelegations(reached);
  await publishKeys({ keys: config.keys.result, db, now });
  const signer = resultSigner({
    keys: config.keys.result,
    now,
    issuer: config.issuer,
    registry,
    retention: limits.resultRetention,
  });

  const usage = usageInMemory({ factor: config.quotaFactor });
  const [wechat, alipay] = [wechatLogin(config.wechat), alipayLogin({ ...config.alipay, now })];
  const wechatAccess = wechatToken({ ...config.wechat, now });
  const checkSoter = wechatSoter({ url: config.wechat.url, token: wechatAccess });
  const sms = config.sms && sandboxSms(config.sms);
  const settings = {
    sandbox: config.mode === 'sandbox',
    publicUrl: config.publicUrl,
    cardReader: config.cardReader,
    officerOrigin: config.officerOrigin,
    sandboxRoot: config.mode === 'sandbox' ? config.authority.root : undefined,
    holderPepper: config.keys.holderPepper,
    relaysInFlight: config.relaysInFlight,
    about: config.about,
    webhookHaste: config.webhookHaste,
  };
  const own = [config.publicUrl, config.issuer];
  const webhooks = httpWebhooks({ sandbox: settings.sandbox, own, now, resolve: runtime.resolve });
  const counting = { db, usage, now, settings, measures };
  const bounded = {
    wechat: boundedCalls(counting, 'wechat'),
    alipay: boundedCalls(counting, 'alipay'),
    sms: boundedCalls(counting, 'sms'),
  };
  const ports: Ports = {
    now,
    random,
    db,
    authority,
    officers,
    delegations,
    ceremonies: { verify, apply, move, protect, peer, raise, assist, family, ward, revoke },
    registry,
    registrar,
    measures,
    replay: databaseReplayGuard(counting),
    usage,
    sessionChanges: sessionChangesInMemory((fault) => log.error(faultFacts(fault), 'session-changes-fault')),
    signResult: signer.sign,
    signErasure: signer.signErasure,
    webhooks,
    drawCode,
    platforms: {
      wechat: (code) => bounded.wechat(() => wechat(code)),
      alipay: (code) => bounded.alipay(() => alipay(code)),
    },
    faceVerifiers: faceVerifiersOf(config, wechatAccess),
    reminders: openMessages({
      ...{ templates: config.templates, alipay: { ...config.alipay, now }, bounded },
      wechat: { url: config.wechat.url, token: wechatAccess },
    }),
    checkSoter: (openId, proof) => bounded.wechat(() => checkSoter(openId, proof)),
    ...(sms === undefined
      ? {}
      : { sms: watchedSms((phone, code) => bounded.sms(() => sms(phone, code)), now) }),
    audit,
    audited: chain.audited,
    tally(what) {
      measures.tallied(what);
      tally(what);
    },
    warn(what, facts) {
      const traceId = currentCall()?.trace.traceId;
      log.warn({ ...(traceId && { traceId }), ...facts }, what);
    },
    settings,
  };
  await demandTrustedRoot(ports, config.authority.root);
  if (config.registry !== undefined) await importAtStart(ports, readFileSync(config.registry, 'utf8'));
  await warnOfEnded(ports);
  const server = await buildServer({
    ports,
    issuer: config.issuer,
    accessTokenSecret: config.keys.accessTokenSecret,
    api: {
      counter: counterApi,
      holder: holderApi,
      officer: officerApi,
      terminal: terminalApi,
      operator: operatorApi,
    },
    about: { ...config.about, sandbox: settings.sandbox },
    jwks: signer.jwks,
    metrics: { render: text, token: config.metricsToken },
    logger: log,
    trustProxy: config.trustProxy,
    h5: config.h5,
    pages: folderOf('../dist/web'),
    sandboxCounters: config.mode === 'sandbox' ? await countersOfSandbox(ports) : undefined,
    ...(timeouts === undefined ? {} : { timeouts }),
  });

  let jobsOver: Promise<void> | undefined;
  return {
    server,
    ports,
    async takeResultKeys(keys) {
      await publishKeys({ keys, db, now });
      signer.take(keys);
    },
    startJobs() {
      const stop = startJobs(ports);
      const telling = setInterval(() => void tell(), limits.tallyEvery);
      return () => {
        clearInterval(telling);
        jobsOver = Promise.race([stop(), pause(limits.stopRequests, undefined, { ref: false })]);
      };
    },
    async close() {
      // What a job does now stands in the chain before its end.
      await jobsOver;
      // What was counted goes into the same write as the end, which alone decides.
      void tell();
      try {
        await chain.audit({ event: 'process-stopped', by: 'operator' });
        await chain.flush();
      } finally {
        await Promise.all([askAuthority.close(), officers.close(), delegations.close(), registrar.close()]);
        await webhooks.close();
        await db.close();
      }
    },
  };
}

/** Those that the counter page of a sandbox may stand for. */
async function countersOfSandbox({ db, registry }: Ports): Promise<Counter[]> {
  const rows = await db.read(
    `select id from counters where id >= 'cnt_sandbox-' and id < 'cnt_sandbox.' order by id`,
    {},
  );
  const found = await Promise.all(rows.map(({ id }) => registry.counter(String(id))));
  return found.filter((counter) => counter !== undefined);
}

/** Counters that open no check until they are registered anew; some of them, where they are many. */
async function warnOfEnded({ db, now, warn }: Ports): Promise<void> {
  const rows = await db.read(
    'select id from counters where revoked_at is null and registration_ends <= :now order by registration_ends limit 20',
    { now: now() },
  );
  for (const { id } of rows) warn('registration-expired', { counterId: String(id) });
}

const folderOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Which platforms take faces, as the operator set it. */
function faceVerifiersOf({ faceVerifier }: Config, wechat: PlatformToken): FaceVerifiers {
  const all = faceVerifier === 'platform';
  return {
    ...(all || faceVerifier === 'wechat' ? { wechat } : {}),
    ...(all || faceVerifier === 'alipay' ? { alipay: true } : {}),
  };
}
