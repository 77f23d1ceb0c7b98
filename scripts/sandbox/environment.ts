import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sandbox } from './sandbox.ts';

export interface Addresses {
  host: string;
  bffPort: number;
  authorityUrl: string;
  platformUrl: string;
}

export type Environment = Record<string, string>;

/** Templates of the sandbox platforms: any word is one. */
const reminderTemplates = 'ends-in-30-days,ends-in-7-days,ends-in-1-day';

/** The environment of a BFF that runs in the sandbox. */
export function bffEnvironment(sandbox: Sandbox, addresses: Addresses, logLevel: string): Environment {
  const { authority, wechat, alipay } = sandbox;
  const inside = (path: string) => join(sandbox.folder, path);
  const publicUrl = `http://${addresses.host}:${addresses.bffPort}`;
  return {
    LZ_MODE: 'sandbox',
    LZ_HOST: addresses.host,
    LZ_PORT: String(addresses.bffPort),
    LZ_PUBLIC_URL: publicUrl,
    LZ_ISSUER: publicUrl,
    LZ_DATABASE: inside(sandbox.database),
    LZ_REGISTRY: inside(sandbox.registry),
    LZ_SIGNING_KEYS: inside(sandbox.signingKeys),
    LZ_AUTHORITY_URL: addresses.authorityUrl,
    LZ_AUTHORITY_API_KEY: authority.apiKey,
    LZ_AUTHORITY_ROOT: readFileSync(inside(authority.root), 'utf8').trim(),
    LZ_BFF_ID: sandbox.bffId,
    LZ_WECHAT_URL: addresses.platformUrl,
    LZ_WECHAT_APPID: wechat.appId,
    LZ_WECHAT_SECRET: wechat.secret,
    LZ_ALIPAY_URL: addresses.platformUrl,
    LZ_ALIPAY_APPID: alipay.appId,
    LZ_ALIPAY_PRIVATE_KEY: inside(alipay.appPrivateKey),
    LZ_ALIPAY_PUBLIC_KEY: inside(alipay.platformPublicKey),
    LZ_WECHAT_TEMPLATES: reminderTemplates,
    LZ_ALIPAY_TEMPLATES: reminderTemplates,
    LZ_SMS_URL: addresses.platformUrl,
    LZ_LOG_LEVEL: logLevel,
    LZ_READY_LINE: '1',
  };
}

/** The environment of the sandbox platforms. */
export function platformEnvironment(
  { folder, wechat, alipay }: Sandbox,
  host: string,
  port: number,
): Environment {
  return {
    PLATFORM_HOST: host,
    PLATFORM_PORT: String(port),
    PLATFORM_WECHAT_APPID: wechat.appId,
    PLATFORM_WECHAT_SECRET: wechat.secret,
    PLATFORM_ALIPAY_APPID: alipay.appId,
    PLATFORM_ALIPAY_APP_PUBLIC_KEY: join(folder, alipay.appPublicKey),
    PLATFORM_ALIPAY_PRIVATE_KEY: join(folder, alipay.platformPrivateKey),
  };
}

/** The environment of the sandbox authority. */
export function authorityEnvironment(
  { folder, authority, bffId, alipay }: Sandbox,
  options: {
    host: string;
    port: number;
    people: string;
    suite: 1 | 17;
    engines: boolean;
    platformUrl: string;
    /** Where the officers' page is served from, by a name: no passkey is bound to a number. */
    officerOrigin: string;
  },
): Environment {
  return {
    AUTHORITY_HOST: options.host,
    AUTHORITY_PORT: String(options.port),
    AUTHORITY_DATA: join(folder, authority.folder),
    AUTHORITY_PEOPLE: options.people,
    AUTHORITY_SUITE: String(options.suite),
    AUTHORITY_ENGINES: options.engines ? 'on' : 'off',
    AUTHORITY_WECHAT_URL: options.platformUrl,
    AUTHORITY_ALIPAY_URL: options.platformUrl,
    AUTHORITY_ALIPAY_APPID: alipay.appId,
    AUTHORITY_ALIPAY_PRIVATE_KEY: join(folder, alipay.appPrivateKey),
    AUTHORITY_ALIPAY_PUBLIC_KEY: join(folder, alipay.platformPublicKey),
    AUTHORITY_API_KEY: authority.apiKey,
    AUTHORITY_REGISTRAR_TOKEN: authority.registrarToken,
    AUTHORITY_ADMINISTRATOR_TOKEN: authority.administratorToken,
    AUTHORITY_OFFICER_ORIGIN: options.officerOrigin,
    AUTHORITY_BFF_ID: bffId,
  };
}
