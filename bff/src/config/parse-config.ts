import { type Config, faceVerifiers, logLevels } from './config.ts';
import { consoleAddress } from './console-address.ts';
import { readAbout } from './read-about.ts';
import { readKeys, readRoot, readRsa } from './read-keys.ts';
import { type Environment, settingReader } from './setting-reader.ts';
import { secretLength } from './setting-text.ts';
import {
  oneOf,
  readLoopback,
  readOrigin,
  readTemplates,
  readTrust,
  readUrl,
  whole,
} from './setting-types.ts';
import type { SettingName } from './settings.ts';

/**
 * Reads all settings once. In production nothing of a sandbox is taken: no key that is marked as one, no address that is
 * local or not https, no short secret, and figures only for those who have the token.
 * @param readText reads a file that a setting names
 * @throws ConfigError that names every bad variable and what it should be
 */
export function parseConfig(environment: Environment, readText: (path: string) => string): Config {
  const reader = settingReader(environment);
  const { setting, optional } = reader;
  const production = optional('LZ_MODE') === 'production';
  const text = (name: SettingName) => setting(name, (given) => given);
  const secret = (name: SettingName) =>
    setting(name, (given) => (given.length >= (production ? secretLength : 1) ? given : undefined));
  const url = (name: SettingName) => setting(name, (given) => readUrl(given, production));
  const origin = (name: SettingName) => setting(name, (given) => readOrigin(given, production));
  const content = (given: string) => (/^(\{|-----BEGIN|MII)/.test(given) ? given : readText(given));
  const rsa = (name: SettingName, half: 'private' | 'public') =>
    setting(name, (given) => readRsa(half, content(given)));
  const where = <T>(given: boolean, read: () => () => T) => (given ? read() : () => undefined);

  const mode = setting('LZ_MODE', (given) => oneOf(['sandbox', 'production'], given));
  const host = text('LZ_HOST');
  const port = setting('LZ_PORT', whole(0, 65535));
  const publicUrl = origin('LZ_PUBLIC_URL');
  const issuer = url('LZ_ISSUER');
  const database = text('LZ_DATABASE');
  const keys = setting('LZ_SIGNING_KEYS', (path) => readKeys(readText(path), production));
  const authorityUrl = url('LZ_AUTHORITY_URL');
  const registrarUrl = where(optional('LZ_REGISTRAR_URL') !== undefined, () => url('LZ_REGISTRAR_URL'));
  const apiKey = secret('LZ_AUTHORITY_API_KEY');
  const root = setting('LZ_AUTHORITY_ROOT', (given) => readRoot(content(given), production));
  const bffId = text('LZ_BFF_ID');
  const wechatUrl = url('LZ_WECHAT_URL');
  const wechatAppId = text('LZ_WECHAT_APPID');
  const wechatSecret = secret('LZ_WECHAT_SECRET');
  const alipayUrl = url('LZ_ALIPAY_URL');
  const alipayAppId = text('LZ_ALIPAY_APPID');
  const privateKey = rsa('LZ_ALIPAY_PRIVATE_KEY', 'private');
  const publicKey = rsa('LZ_ALIPAY_PUBLIC_KEY', 'public');
  const templates = (name: SettingName) =>
    where(optional(name) !== undefined, () => setting(name, readTemplates));
  const wechatTemplates = templates('LZ_WECHAT_TEMPLATES');
  const alipayTemplates = templates('LZ_ALIPAY_TEMPLATES');
  const about = readAbout(reader, production, publicUrl);
  const faceVerifier = setting('LZ_FACE_VERIFIER', (given) => oneOf(faceVerifiers, given));
  const smsUrl = where(optional('LZ_SMS_URL') !== undefined, () =>
    setting('LZ_SMS_URL', (given) => (production ? undefined : readUrl(given, false))),
  );
  const cardReader = where(optional('LZ_CARD_READER') !== undefined, () =>
    setting('LZ_CARD_READER', (given) => (production ? readLoopback(given) : readUrl(given, false))),
  );
  const officerUrl = where(optional('LZ_OFFICER_URL') !== undefined, () => origin('LZ_OFFICER_URL'));
  const metricsToken = where(production || optional('LZ_METRICS_TOKEN') !== undefined, () =>
    secret('LZ_METRICS_TOKEN'),
  );
  const relaysInFlight = setting('LZ_RELAYS_IN_FLIGHT', whole(1, 1000));
  const quotaFactor = setting('LZ_QUOTA_FACTOR', whole(1, production ? 1 : 1000));
  const webhookHaste = setting('LZ_WEBHOOK_HASTE', whole(1, production ? 1 : 100_000));
  const level = setting('LZ_LOG_LEVEL', (given) => oneOf(logLevels, given));
  const trustProxy = setting('LZ_TRUST_PROXY', (given) => readTrust(given, production));
  const readyLine = setting('LZ_READY_LINE', (given) => oneOf(['0', '1'], given));

  reader.finish();
  return deepFreeze({
    mode: mode(),
    host: host(),
    port: port(),
    publicUrl: publicUrl(),
    issuer: issuer(),
    database: database(),
    registry: optional('LZ_REGISTRY'),
    keys: keys(),
    authority: { url: authorityUrl(), apiKey: apiKey(), root: root(), bffId: bffId() },
    registrarUrl: registrarUrl() ?? authorityUrl(),
    wechat: { url: wechatUrl(), appId: wechatAppId(), secret: wechatSecret() },
    alipay: {
      url: alipayUrl(),
      appId: alipayAppId(),
      privateKey: privateKey(),
      publicKey: publicKey(),
    },
    templates: { wechat: wechatTemplates(), alipay: alipayTemplates() },
    about: about(),
    faceVerifier: faceVerifier(),
    sms: asSms(smsUrl()),
    h5: optional('LZ_H5'),
    cardReader: cardReader(),
    officerOrigin: consoleAddress(officerUrl() ?? publicUrl()).origin,
    metricsToken: metricsToken(),
    relaysInFlight: relaysInFlight(),
    quotaFactor: quotaFactor(),
    webhookHaste: webhookHaste(),
    log: { level: level(), file: optional('LZ_LOG_FILE') },
    trustProxy: trustProxy(),
    readyLine: readyLine() === '1',
  });
}

function asSms(url: string | undefined): Config['sms'] {
  return url === undefined ? undefined : { url };
}

/** Freezes what can be frozen; byte strings cannot. */
function deepFreeze<T extends object>(value: T): Readonly<T> {
  for (const inner of Object.values(value))
    if (typeof inner === 'object' && inner !== null && !ArrayBuffer.isView(inner)) deepFreeze(inner);
  return Object.freeze(value);
}
