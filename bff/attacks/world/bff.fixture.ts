import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { pino } from 'pino';
import { compose, type Runtime } from '../../src/compose.ts';
import type { Config, ResultSigningKey } from '../../src/config/config.ts';
import type { ServerOptions } from '../../src/http/build-server.ts';
import type { OpenAuthority } from './authority.fixture.ts';
import { random } from './parties.fixture.ts';

/** As behind a proxy: the address that the parties know, and that proofs and audiences name, is not the one listened on. */
export const publicUrl = 'https://id.example';
export const metricsToken = 'metrics-token-0123456789';

/** Nobody logs in by Alipay here, and nobody answers at that address. */
const rsa = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const alipay = {
  url: 'http://127.0.0.1:9',
  appId: '1',
  privateKey: rsa.privateKey,
  publicKey: rsa.publicKey,
};

export interface BffOptions {
  folder: string;
  registryFile: string;
  resultKeys: readonly ResultSigningKey[];
  accessTokenSecret: Uint8Array;
  holderPepper: Uint8Array;
  now: () => number;
  platformUrl: string;
  authority: OpenAuthority;
  timeouts?: ServerOptions['timeouts'];
  relaysInFlight?: number;
  /** WeChat takes the faces, as with LZ_FACE_VERIFIER=wechat. */
  byPlatform?: true;
  /** Of reminders by WeChat; none where absent. */
  templates?: readonly string[] | undefined;
  /** Looks up the names of webhooks' receivers; nobody is found where absent. */
  resolve?: Runtime['resolve'];
}

/** The BFF as `main.ts` runs it, on a free port. `lines` are its log, `ports` is for what no client can bring about. */
export async function openBff(options: BffOptions) {
  const { folder, now, authority } = options;
  const lines: string[] = [];
  const log = pino({ level: 'info', base: null }, { write: (line: string) => void lines.push(line) });
  const file = join(folder, 'bff.db');
  const config: Config = {
    mode: 'production',
    host: '127.0.0.1',
    port: 0,
    publicUrl,
    issuer: publicUrl,
    database: file,
    registry: options.registryFile,
    keys: {
      result: options.resultKeys,
      accessTokenSecret: options.accessTokenSecret,
      holderPepper: options.holderPepper,
    },
    authority: {
      url: authority.url,
      apiKey: authority.apiKey,
      root: authority.root,
      bffId: authority.bffId,
    },
    registrarUrl: authority.url,
    wechat: { url: options.platformUrl, appId: 'wx', secret: 'secret' },
    alipay,
    templates: { wechat: options.templates, alipay: undefined },
    about: {
      operator: { zh: '运营方', en: 'Operator' },
      authority: { zh: '认证方', en: 'Authority' },
      hotline: '021-5555 0100',
      privacyUrl: `${publicUrl}/privacy`,
    },
    faceVerifier: options.byPlatform ? 'wechat' : 'off',
    sms: undefined,
    h5: undefined,
    cardReader: undefined,
    officerOrigin: publicUrl,
    metricsToken,
    relaysInFlight: options.relaysInFlight ?? 8,
    quotaFactor: 1,
    webhookHaste: 1,
    log: { level: 'info', file: undefined },
    trustProxy: false,
    readyLine: false,
  };
  const { server, ports, startJobs, takeResultKeys, close } = await compose(config, {
    ...{ now, random, log, onAuditBroken: () => undefined, sharesDatabase: true },
    timeouts: { check: 50, ...options.timeouts },
    resolve: options.resolve ?? (async () => []),
  });
  const stopJobs = startJobs();
  const url = await server.listen({ host: config.host, port: config.port });
  return {
    url,
    file,
    lines,
    ports,
    takeResultKeys,
    /** As kill -9: nobody is waited for, nothing is finished. */
    async kill() {
      stopJobs();
      server.server.closeAllConnections();
      server.close().catch(() => undefined);
      await ports.db.close();
    },
    async stop() {
      stopJobs();
      server.server.closeAllConnections();
      await server.close();
      await close();
    },
  };
}
