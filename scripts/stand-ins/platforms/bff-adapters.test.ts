import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { alipayLogin } from '../../../bff/src/adapters/login/alipay-login.ts';
import { wechatLogin } from '../../../bff/src/adapters/login/wechat-login.ts';
import { wechatToken } from '../../../bff/src/adapters/login/wechat-token.ts';
import { alipayMessage } from '../../../bff/src/adapters/message/alipay-message.ts';
import { wechatMessage } from '../../../bff/src/adapters/message/wechat-message.ts';
import type { LoginPlatform } from '../../../shared/contract/login/01-login.ts';
import { openIdOf } from './accounts.ts';
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

  const templates = ['in-30', 'in-7', 'in-1'];
  const messages = {
    wechat: () =>
      wechatMessage({
        ...{ url, templates },
        token: wechatToken({ url, appId: 'wx1', secret: 's3cret', now: Date.now }),
      }),
    alipay: () =>
      alipayMessage({
        ...{ url, appId: '2021', templates, now: Date.now },
        privateKey: appKeys.privateKey.export({ ...pem, type: 'pkcs8' }).toString(),
        publicKey: platformKeys.publicKey.export({ ...pem, type: 'spki' }).toString(),
      }),
  };

  it.each(['wechat', 'alipay'] as const)(
    '%s: a message goes once for each leave, to nobody who gave none, and says nothing of the person',
    async (platform) => {
      const channel = messages[platform]();
      const subject = openIdOf(platform === 'wechat' ? 'wx1' : '2021', 'p01');
      expect(await channel.send(subject, 'in-30')).toBe('refused');
      const payload = { platform, account: 'p01', templates };
      await app.inject({ method: 'POST', url: '/sandbox/v1/subscriptions', payload });
      expect(await channel.send(subject, 'in-30')).toBe('sent');
      expect(await channel.send(subject, 'in-30')).toBe('refused');
      expect(await channel.send(openIdOf('wx1', 'p02'), 'in-7')).toBe('refused');
      const { messages: sent } = (await app.inject('/sandbox/v1/platform-messages')).json();
      expect(sent).toMatchObject([
        { platform, subject, template: 'in-30', words: ['网证快到期了', '请打开亮证，在通知里查看'] },
      ]);
    },
  );
});
