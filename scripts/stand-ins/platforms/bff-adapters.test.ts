import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { alipayLogin } from '../../../bff/src/adapters/login/alipay-login.ts';
import { wechatLogin } from '../../../bff/src/adapters/login/wechat-login.ts';
import type { LoginPlatform } from '../../../shared/contract/login/01-login.ts';
import { buildPlatform } from './build-platform.ts';

const pem = { format: 'pem' } as const;
const appKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const platformKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });

describe("the BFF's own adapters log in at the sandbox platforms", () => {
  let app: ReturnType<typeof buildPlatform>;
  let url: string;
  beforeEach(async () => {
    app = buildPlatform({
      wechat: { appId: 'wx1', secret: 's3cret' },
      alipay: { appId: '2021', appPublicKey: appKeys.publicKey, platformPrivateKey: platformKeys.privateKey },
      now: Date.now,
      random: (length) => new Uint8Array(randomBytes(length)),
    });
    url = await app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterEach(() => app.close());

  async function mint(platform: LoginPlatform, account: string): Promise<string> {
    const payload = { platform, account };
    return (await app.inject({ method: 'POST', url: '/sandbox/v1/codes', payload })).json().code;
  }

  const wechat = (secret = 's3cret') => wechatLogin({ url, appId: 'wx1', secret });
  const alipay = (privateKey = appKeys.privateKey) =>
    alipayLogin({
      url,
      appId: '2021',
      privateKey: privateKey.export({ ...pem, type: 'pkcs8' }).toString(),
      publicKey: platformKeys.publicKey.export({ ...pem, type: 'spki' }).toString(),
      now: Date.now,
    });

  it.each([
    ['wechat', wechat],
    ['alipay', alipay],
  ] as const)(
    '%s: one account is one subject, another is another, and a code is taken once',
    async (platform, open) => {
      const login = open();
      const code = await mint(platform, 'p01');
      const { subject } = await login(code);
      expect(await login(await mint(platform, 'p01'))).toEqual({ subject });
      expect((await login(await mint(platform, 'p02'))).subject).not.toBe(subject);
      await expect(login(code)).rejects.toThrow('login-refused');
      await expect(login('guessed')).rejects.toThrow('login-refused');
    },
  );

  it('takes a wrong secret or a wrong key as a fault of the operator, not of the person', async () => {
    await expect(wechat('wrong')(await mint('wechat', 'p01'))).rejects.toThrow('platform-unavailable');
    const code = await mint('alipay', 'p01');
    await expect(alipay(platformKeys.privateKey)(code)).rejects.toThrow('platform-unavailable');
  });
});
