import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openIdOf } from '../../../../scripts/stand-ins/platforms/accounts.ts';
import { buildPlatform } from '../../../../scripts/stand-ins/platforms/build-platform.ts';
import { serve } from '../authority/played-authority.fixture.ts';
import { wechatSoter } from './wechat-soter.ts';
import { wechatToken } from './wechat-token.ts';

const wechat = { appId: 'wx1', secret: 'app-secret' };
const now = () => 1_800_000_000_000;

describe('a secure key, as the sandbox platform has it', () => {
  let app: ReturnType<typeof buildPlatform>;
  let url: string;
  beforeAll(async () => {
    const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
    app = buildPlatform({
      wechat,
      alipay: { appId: '1', appPublicKey: keys.publicKey, platformPrivateKey: keys.privateKey },
      now,
      random: (length) => new Uint8Array(randomBytes(length)),
    });
    url = await app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(() => app.close());

  const signed = async (account: string, challenge: string) =>
    (
      await app.inject({
        ...{ method: 'POST', url: '/sandbox/v1/soter' },
        payload: { account, cpuId: 'cpu-1', challenge },
      })
    ).json();

  it('is believed for the text that it signed, and the person whose phone it is', async () => {
    const check = wechatSoter({ url, token: wechatToken({ url, ...wechat, now }) });
    const proof = await signed('anna', 'challenge');
    expect(JSON.parse(proof.json)).toMatchObject({ raw: 'challenge', counter: 1, cpu_id: 'cpu-1' });
    expect(await check(openIdOf('wx1', 'anna'), proof)).toBe(true);
    expect(await check(openIdOf('wx1', 'bert'), proof)).toBe(false);
    const other = proof.json.replace('"counter":1', '"counter":2');
    expect(await check(openIdOf('wx1', 'anna'), { ...proof, json: other })).toBe(false);
    expect(await check(openIdOf('wx1', 'anna'), { ...proof, signature: 'AAAA' })).toBe(false);
    expect(JSON.parse((await signed('anna', 'again')).json)).toMatchObject({ counter: 2 });
  });
});

it.each([
  ['is_ok is missing', { errcode: 0 }, false],
  ['the text is none', { errcode: 90010, errmsg: 'unexpected json' }, false],
])('nothing but is_ok counts as genuine: %s', async (_, answer, expected) => {
  const server = await serve();
  server.handle((_request, response) => void response.end(JSON.stringify(answer)));
  const token = { current: async () => 't', forget: () => undefined };
  const proof = { json: '{}', signature: 'AAAA' };
  expect(await wechatSoter({ url: server.url, token })('o', proof)).toBe(expected);
  await server.close();
});

it('a token that WeChat does not take any more is forgotten, and nobody is refused for it', async () => {
  const server = await serve();
  server.handle((_request, response) => void response.end(JSON.stringify({ errcode: 40001 })));
  const forgotten: string[] = [];
  const token = { current: async () => 't', forget: (gone: string) => void forgotten.push(gone) };
  const asked = wechatSoter({ url: server.url, token })('o', { json: '{}', signature: 'AAAA' });
  await expect(asked).rejects.toMatchObject({ code: 'platform-unavailable' });
  expect(forgotten).toEqual(['t']);
  await server.close();
});
