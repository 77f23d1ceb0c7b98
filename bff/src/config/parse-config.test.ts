import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from './parse-config.ts';
import { ConfigError } from './setting-reader.ts';

const secret = () => randomBytes(32).toString('base64url');
const jwk = (kid: string) => ({
  kid,
  ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
});
const rsa = (modulusLength: number) => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength });
  return {
    LZ_ALIPAY_PRIVATE_KEY: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    LZ_ALIPAY_PUBLIC_KEY: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  };
};
const publicOf = ({ kty, crv, x, y, kid }: ReturnType<typeof jwk>) => JSON.stringify({ kty, crv, x, y, kid });

type Env = Record<string, string>;
let good: Env;
let files: Record<string, string>;
const keyFile = (...kids: string[]) => ({
  resultKeys: kids.map(jwk),
  accessTokenSecret: secret(),
  holderPepper: secret(),
});

beforeAll(() => {
  files = {
    'keys.json': JSON.stringify(keyFile('result-2', 'result-1')),
    'sandbox.json': JSON.stringify(keyFile('sandbox-result-1')),
    'root.json': publicOf(jwk('root')),
  };
  good = {
    LZ_MODE: 'production',
    LZ_PORT: '8443',
    LZ_PUBLIC_URL: 'https://bff.example/',
    LZ_ISSUER: 'https://bff.example',
    LZ_DATABASE: 'bff.db',
    LZ_REGISTRY: 'registry.json',
    LZ_SIGNING_KEYS: 'keys.json',
    LZ_AUTHORITY_URL: 'https://authority.example',
    LZ_AUTHORITY_API_KEY: secret(),
    LZ_AUTHORITY_ROOT: 'root.json',
    LZ_BFF_ID: 'bff_1',
    LZ_WECHAT_URL: 'https://api.weixin.qq.com',
    LZ_WECHAT_APPID: 'wx1',
    LZ_WECHAT_SECRET: secret(),
    LZ_ALIPAY_URL: 'https://openapi.alipay.com',
    LZ_ALIPAY_APPID: '2021',
    ...rsa(2048),
    LZ_OPERATOR: '某市数据局',
    LZ_OPERATOR_EN: 'City data bureau',
    LZ_AUTHORITY_NAME: '某认证中心',
    LZ_AUTHORITY_NAME_EN: 'Certification centre',
    LZ_HOTLINE: '+86 21-5555 0100',
    LZ_PRIVACY_URL: 'https://bff.example/privacy',
    LZ_METRICS_TOKEN: secret(),
  };
});

const read = (path: string) => {
  const text = files[path];
  if (text === undefined) throw new Error(`ENOENT ${path}`);
  return text;
};
const parse = (change: Env = {}) => parseConfig({ PATH: '/bin', ...good, ...change }, read);
const faultsOf = (change: Env): readonly string[] => {
  try {
    parse(change);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
};

describe('the configuration', () => {
  it('is read once, whole and frozen', () => {
    const config = parse();
    expect(config).toMatchObject({ mode: 'production', host: '127.0.0.1', port: 8443, relaysInFlight: 64 });
    expect(config.publicUrl).toBe('https://bff.example');
    expect(config.keys.result.map(({ kid }) => kid)).toEqual(['result-2', 'result-1']);
    expect(config.keys.holderPepper).toHaveLength(32);
    expect(config.alipay.publicKey).toMatch(/^-----BEGIN PUBLIC KEY-----/);
    expect(Object.isFrozen(config) && Object.isFrozen(config.authority.root)).toBe(true);
  });

  it('tells every fault at once, by the name of the variable and what it should be', () => {
    expect(
      faultsOf({ LZ_PORT: '70000', LZ_LOG_LEVEL: 'loud', LZ_MODE: 'test', LZ_TRUSTPROXY: 'true' }),
    ).toEqual([
      'LZ_TRUSTPROXY: not a setting of this program; LZ_TRUST_PROXY is',
      'LZ_MODE: sandbox or production',
      'LZ_PORT: a whole number from 0 to 65535',
      'LZ_LOG_LEVEL: one of fatal, error, warn, info, debug, trace, silent',
    ]);
    expect(() => parseConfig({}, read)).toThrow(/LZ_MODE(.|\n)*LZ_DATABASE(.|\n)*LZ_WECHAT_SECRET/);
  });

  it('names the setting that was most likely meant, where there is one', () => {
    expect(faultsOf({ LZ_RELAY_IN_FLIGHT: '1', LZ_TIMEZONE: 'x', LZ_h5: 'x' })).toEqual([
      'LZ_RELAY_IN_FLIGHT: not a setting of this program; LZ_RELAYS_IN_FLIGHT is',
      'LZ_TIMEZONE: not a setting of this program',
      'LZ_h5: not a setting of this program; LZ_H5 is',
    ]);
  });

  it('never repeats a value, which may be a secret', () => {
    const value = 'very-secret-value';
    for (const name of Object.keys(good))
      expect(faultsOf({ [name]: value }).join('\n'), name).not.toContain(value);
  });

  it.each([
    ['LZ_PUBLIC_URL', 'http://bff.example'],
    ['LZ_ISSUER', 'http://bff.example'],
    ['LZ_AUTHORITY_URL', 'http://authority.example'],
    ['LZ_AUTHORITY_URL', 'https://127.0.0.1:7000'],
    ['LZ_AUTHORITY_URL', 'https://localhost'],
    ['LZ_WECHAT_URL', 'https://[::1]:1'],
    ['LZ_ALIPAY_URL', 'https://platform.localhost'],
    ['LZ_ALIPAY_URL', 'https://user:pass@openapi.alipay.com'],
    ['LZ_PUBLIC_URL', 'https://bff.example/id'],
    ['LZ_PUBLIC_URL', 'https://bff.example//'],
    ['LZ_OFFICER_URL', 'https://authority.example/desk'],
    ['LZ_SIGNING_KEYS', 'sandbox.json'],
    ['LZ_SMS_URL', 'https://sms.example'],
    ['LZ_CARD_READER', 'http://reader.example:7003'],
    ['LZ_CARD_READER', 'https://127.0.0.1:7003'],
    ['LZ_CARD_READER', 'http://127.0.0.1:7003/elsewhere'],
    ['LZ_CARD_READER', 'http://127.0.0.1.reader.example'],
    ['LZ_METRICS_TOKEN', ''],
    ['LZ_METRICS_TOKEN', 'short'],
    ['LZ_AUTHORITY_API_KEY', 'short'],
    ['LZ_WECHAT_SECRET', 'short'],
    ['LZ_TRUST_PROXY', 'true'],
    ['LZ_OPERATOR', ''],
    ['LZ_OPERATOR', '演示运营方'],
    ['LZ_OPERATOR', '名'.repeat(61)],
    ['LZ_OPERATOR_EN', 'Bureau\u202e'],
    ['LZ_AUTHORITY_NAME', ''],
    ['LZ_AUTHORITY_NAME_EN', 'Demonstration authority'],
    ['LZ_HOTLINE', '000-0000-0000'],
    ['LZ_HOTLINE', 'call us'],
    ['LZ_HOTLINE', '12'],
    ['LZ_PRIVACY_URL', ''],
    ['LZ_PRIVACY_URL', 'http://bff.example/privacy'],
    ['LZ_PRIVACY_URL', 'javascript:alert(1)'],
  ])('refuses in production: %s=%s', (name, value) => {
    expect(faultsOf({ [name]: value })).toEqual([expect.stringMatching(`^${name}: `)]);
  });

  it.each(['http://127.0.0.1:7003', 'http://localhost:7003/', 'http://[::1]:7003'])(
    'lets the officers’ page of production ask the reader of its own computer: %s',
    (value) => {
      expect(parse({ LZ_CARD_READER: value }).cardReader).toBe(value.replace(/\/$/, ''));
    },
  );

  it('says of an address with a path that it has none', () => {
    for (const name of ['LZ_PUBLIC_URL', 'LZ_OFFICER_URL'])
      expect(faultsOf({ LZ_MODE: 'sandbox', [name]: 'http://127.0.0.1:8080/id' })).toEqual([
        expect.stringMatching(`^${name}: .*without a path`),
      ]);
    expect(parse({ LZ_OFFICER_URL: 'https://authority.example:443/' }).officerOrigin).toBe(
      'https://authority.example',
    );
  });

  it('refuses a root of a sandbox in production', () => {
    expect(faultsOf({ LZ_AUTHORITY_ROOT: publicOf(jwk('sandbox-root')) })).toHaveLength(1);
  });

  it('takes all of that in the sandbox', () => {
    const config = parse({
      LZ_MODE: 'sandbox',
      LZ_PORT: '0',
      LZ_PUBLIC_URL: 'http://127.0.0.1:8080',
      LZ_AUTHORITY_URL: 'http://127.0.0.1:7000',
      LZ_SIGNING_KEYS: 'sandbox.json',
      LZ_AUTHORITY_ROOT: publicOf(jwk('sandbox-root')),
      LZ_METRICS_TOKEN: '',
    });
    expect(config.metricsToken).toBeUndefined();
    expect([config.sms, config.h5]).toEqual([undefined, undefined]);
    const served = parse({ LZ_MODE: 'sandbox', LZ_SMS_URL: 'http://127.0.0.1:7002/', LZ_H5: 'h5' });
    expect([served.sms, served.h5]).toEqual([{ url: 'http://127.0.0.1:7002' }, 'h5']);
    expect(faultsOf({ LZ_MODE: 'sandbox', LZ_SMS_URL: 'inbox' })).toHaveLength(1);
    expect(config.authority.root).not.toHaveProperty('kid');
  });

  it('tells who stands behind the service, and in a sandbox that it is a demonstration', () => {
    expect(parse().about).toEqual({
      operator: { zh: '某市数据局', en: 'City data bureau' },
      authority: { zh: '某认证中心', en: 'Certification centre' },
      hotline: '+86 21-5555 0100',
      privacyUrl: 'https://bff.example/privacy',
    });
    const unsaid = Object.fromEntries(
      Object.keys(good)
        .filter((name) => /^LZ_(OPERATOR|AUTHORITY_NAME|HOTLINE|PRIVACY)/.test(name))
        .map((name) => [name, '']),
    );
    expect(faultsOf(unsaid)).toHaveLength(6);
    const { about } = parse({ ...unsaid, LZ_MODE: 'sandbox' });
    expect([about.operator.zh, about.authority.zh].every((name) => name.includes('演示'))).toBe(true);
    expect([about.operator.en, about.authority.en].every((name) => /^Demonstration/.test(name))).toBe(true);
    expect(about.privacyUrl).toBe('https://bff.example/pages/settings/index');
    expect(faultsOf({ LZ_MODE: 'sandbox', LZ_HOTLINE: 'call us' })).toHaveLength(1);
  });

  it('refuses keys that are damaged, doubled or of another kind', () => {
    const whole = keyFile('a', 'b');
    const [a, b] = whole.resultKeys;
    const refused = (content: object) => {
      files['bad.json'] = JSON.stringify(content);
      expect(faultsOf({ LZ_SIGNING_KEYS: 'bad.json' })).toHaveLength(1);
    };
    refused({ ...whole, resultKeys: [] });
    refused({ ...whole, resultKeys: [a, { ...b, kid: 'a' }] });
    refused({ ...whole, resultKeys: [{ ...a, d: b?.d }] });
    refused({ ...whole, resultKeys: [{ ...a, x: 'x'.repeat(43) }] });
    refused({ ...whole, resultKeys: [a, { ...b, signsFrom: '2026-13-01T08:00:00Z' }] });
    refused({ ...whole, resultKeys: [a, { ...b, signsFrom: 'tomorrow' }] });
    refused({ ...whole, holderPepper: whole.accessTokenSecret });
    refused({ ...whole, holderPepper: 'c2hvcnQ' });
    refused({ ...whole, more: 1 });
    expect(faultsOf({ LZ_SIGNING_KEYS: 'absent.json' })).toHaveLength(1);
    expect(faultsOf({ LZ_AUTHORITY_ROOT: '{"kty":"RSA"}' })).toHaveLength(1);
    expect(faultsOf(rsa(1024))).toHaveLength(2);
  });

  it('reads from when on a key of results signs, and whether it is urgent', () => {
    const { resultKeys, ...rest } = keyFile('a', 'b');
    const [a, b] = resultKeys;
    const next = { ...b, signsFrom: '2026-12-01T08:00+08:00', urgent: true };
    files['rotation.json'] = JSON.stringify({ ...rest, resultKeys: [a, next] });
    expect(parse({ LZ_SIGNING_KEYS: 'rotation.json' }).keys.result).toMatchObject([
      { kid: 'a', signsFrom: 0, urgent: false },
      { kid: 'b', signsFrom: Date.UTC(2026, 11, 1), urgent: true },
    ]);
  });

  it('lets a platform take faces only where that is said', () => {
    expect(parse().faceVerifier).toBe('off');
    expect(parse({ LZ_FACE_VERIFIER: 'platform' }).faceVerifier).toBe('platform');
    expect(faultsOf({ LZ_FACE_VERIFIER: 'on' })).toEqual([
      'LZ_FACE_VERIFIER: one of off, platform, wechat, alipay',
    ]);
  });

  it('reads which proxies to trust', () => {
    expect(parse({ LZ_TRUST_PROXY: '10.0.0.0/8, ::1' }).trustProxy).toEqual(['10.0.0.0/8', '::1']);
    expect(parse({ LZ_TRUST_PROXY: 'true', LZ_MODE: 'sandbox' }).trustProxy).toBe(true);
    expect(parse({ LZ_TRUST_PROXY: 'false' }).trustProxy).toBe(false);
    expect(faultsOf({ LZ_TRUST_PROXY: 'proxy.example' })).toHaveLength(1);
  });
});
