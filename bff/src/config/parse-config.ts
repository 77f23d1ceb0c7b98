import { limits } from '../../../shared/limits.ts';
import { type Config, faceVerifiers, logLevels } from './config.ts';
import { oneOf, readTrust, readUrl, whole } from './read-forms.ts';
import { readKeys, readRoot, readRsa } from './read-keys.ts';
import { type Environment, type SettingReader, settingReader } from './setting-reader.ts';

const names = new Set(
  `MODE HOST PORT PUBLIC_URL ISSUER DATABASE REGISTRY SIGNING_KEYS AUTHORITY_URL AUTHORITY_API_KEY AUTHORITY_ROOT BFF_ID
  WECHAT_URL WECHAT_APPID WECHAT_SECRET ALIPAY_URL ALIPAY_APPID ALIPAY_PRIVATE_KEY ALIPAY_PUBLIC_KEY FACE_VERIFIER SMS_URL H5 METRICS_TOKEN
  RELAYS_IN_FLIGHT LOG_LEVEL LOG_FILE TRUST_PROXY READY_LINE`
    .split(/\s+/)
    .map((name) => `LZ_${name}`),
);

/** What a secret must have at least in production, in letters. */
const secretLength = 16;

/**
 * Reads all settings once. In production nothing of a sandbox is taken: no key that is marked as one, no address that is
 * local or not https, no short secret, and figures only for those who have the token.
 * @param readText reads a file that a setting names
 * @throws ConfigError that names every bad variable and what it should be
 */
export function parseConfig(environment: Environment, readText: (path: string) => string): Config {
  const reader = settingReader(environment);
  const { setting, optional } = reader;
  refuseUnknown(environment, reader);

  const mode = setting('LZ_MODE', 'sandbox or production', (text) => oneOf(['sandbox', 'production'], text));
  const production = optional('LZ_MODE') === 'production';
  const text = (name: string, shouldBe: string) => setting(name, shouldBe, (given) => given);
  const secret = (name: string) => {
    const least = production ? secretLength : 1;
    return setting(name, `a secret of at least ${least} letters`, (given) =>
      given.length >= least ? given : undefined,
    );
  };
  const url = (name: string) =>
    setting(
      name,
      production ? 'an https URL of a host that is not local' : 'an http or https URL without query',
      (given) => readUrl(given, production),
    );
  const content = (given: string) => (/^(\{|-----BEGIN|MII)/.test(given) ? given : readText(given));
  const rsa = (name: string, half: 'private' | 'public') =>
    setting(name, `a ${half} RSA key of at least 2048 bits, as PEM, base64 or a file`, (given) =>
      readRsa(half, content(given)),
    );

  const host = setting('LZ_HOST', 'an address to listen on', (given) => given, '127.0.0.1');
  const port = setting('LZ_PORT', 'a whole number from 0 to 65535', whole(0, 65535));
  const publicUrl = url('LZ_PUBLIC_URL');
  const issuer = url('LZ_ISSUER');
  const database = text('LZ_DATABASE', 'the path of the database file');
  const registry = text('LZ_REGISTRY', 'the path of the JSON file of relying parties and counters');
  const keys = setting(
    'LZ_SIGNING_KEYS',
    `a JSON file of resultKeys (private P-256 JWKs with kids of their own), accessTokenSecret and holderPepper (32 bytes each, base64url)${production ? ', none marked as of a sandbox' : ''}`,
    (path) => readKeys(readText(path), production),
  );
  const authorityUrl = url('LZ_AUTHORITY_URL');
  const apiKey = secret('LZ_AUTHORITY_API_KEY');
  const root = setting(
    'LZ_AUTHORITY_ROOT',
    `the public P-256 JWK of the authority, as JSON or a file${production ? ', not marked as of a sandbox' : ''}`,
    (given) => readRoot(content(given), production),
  );
  const bffId = text('LZ_BFF_ID', 'the name that the authority knows this BFF by');
  const wechatUrl = url('LZ_WECHAT_URL');
  const wechatAppId = text('LZ_WECHAT_APPID', 'the app id at WeChat');
  const wechatSecret = secret('LZ_WECHAT_SECRET');
  const alipayUrl = url('LZ_ALIPAY_URL');
  const alipayAppId = text('LZ_ALIPAY_APPID', 'the app id at Alipay');
  const privateKey = rsa('LZ_ALIPAY_PRIVATE_KEY', 'private');
  const publicKey = rsa('LZ_ALIPAY_PUBLIC_KEY', 'public');
  const faceVerifier = setting(
    'LZ_FACE_VERIFIER',
    `one of ${faceVerifiers.join(', ')}`,
    (given) => oneOf(faceVerifiers, given),
    'off',
  );
  const smsUrl =
    optional('LZ_SMS_URL') === undefined
      ? () => undefined
      : setting('LZ_SMS_URL', 'the URL of the sandbox platform, and only in a sandbox', (given) =>
          production ? undefined : readUrl(given, false),
        );
  const demandsToken = production || optional('LZ_METRICS_TOKEN') !== undefined;
  const metricsToken = demandsToken ? secret('LZ_METRICS_TOKEN') : () => undefined;
  const relaysInFlight = setting(
    'LZ_RELAYS_IN_FLIGHT',
    'a whole number from 1 to 1000',
    whole(1, 1000),
    limits.relaysInFlight,
  );
  const level = setting(
    'LZ_LOG_LEVEL',
    `one of ${logLevels.join(', ')}`,
    (given) => oneOf(logLevels, given),
    'info',
  );
  const trustProxy = setting(
    'LZ_TRUST_PROXY',
    `${production ? '' : 'true, '}false, or addresses and networks with commas`,
    (given) => readTrust(given, production),
    false,
  );
  const readyLine = setting('LZ_READY_LINE', '0 or 1', (given) => oneOf(['0', '1'], given), '0');

  reader.finish();
  return deepFreeze({
    mode: mode(),
    host: host(),
    port: port(),
    publicUrl: publicUrl(),
    issuer: issuer(),
    database: database(),
    registry: registry(),
    keys: keys(),
    authority: { url: authorityUrl(), apiKey: apiKey(), root: root(), bffId: bffId() },
    wechat: { url: wechatUrl(), appId: wechatAppId(), secret: wechatSecret() },
    alipay: {
      url: alipayUrl(),
      appId: alipayAppId(),
      privateKey: privateKey(),
      publicKey: publicKey(),
    },
    faceVerifier: faceVerifier(),
    sms: asSms(smsUrl()),
    h5: optional('LZ_H5'),
    metricsToken: metricsToken(),
    relaysInFlight: relaysInFlight(),
    log: { level: level(), file: optional('LZ_LOG_FILE') },
    trustProxy: trustProxy(),
    readyLine: readyLine() === '1',
  });
}

function asSms(url: string | undefined): Config['sms'] {
  return url === undefined ? undefined : { url };
}

/** The prefix is of this program alone: a name with it that is no setting is a typing error. */
function refuseUnknown(environment: Environment, { fault }: SettingReader): void {
  for (const name of Object.keys(environment))
    if (name.startsWith('LZ_') && !names.has(name)) fault(name, 'not a setting of this program');
}

/** Freezes what can be frozen; byte strings cannot. */
function deepFreeze<T extends object>(value: T): Readonly<T> {
  for (const inner of Object.values(value))
    if (typeof inner === 'object' && inner !== null && !ArrayBuffer.isView(inner)) deepFreeze(inner);
  return Object.freeze(value);
}
